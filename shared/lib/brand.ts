/**
 * A string that has been checked once, where it entered, and is trusted by its type afterwards.
 * The mark is a plain name, not a symbol: declaration files of other rooms must be able to write it down.
 */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name };
