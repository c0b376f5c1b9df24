/** Stops the program where a rule of the code itself is broken; never used for input. @throws Error always when `holds` is false */
export function assert(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`cannot happen: ${what}`);
}

/** Makes the compiler prove that a union was handled completely. @throws Error when a value arrives that no type allows */
export function assertNever(value: never): never {
  throw new Error(`cannot happen: unhandled ${JSON.stringify(value)}`);
}
