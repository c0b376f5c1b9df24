declare const brand: unique symbol;

/** A string that has been checked once, where it entered, and is trusted by its type afterwards. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
