/** The members whose sockets fill the room. */
export const MEMBERS: readonly string[] = Array.from({ length: 10 }, (_, i) => `m${i}`)
