/** Closes a switch over a union: does not compile while a case is missing. Throws when reached at run time. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`)
}

/** Throws an `Error` with `message` unless `condition` holds. For bugs, never for bad input (see `Refused`). */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`)
}
