/** Lets one at a time through, in the order in which they came. */
export type Gate = Readonly<{
  /** Resolves with the way out once it is one's turn; the next one enters when that is called. */
  enter(): Promise<() => void>
}>

/**
 * The gate before the one connection's writes: the identity library keeps its transactions open across awaits, and a
 * write of ours that began inside one would be rolled back with it.
 */
export function openGate(): Gate {
  let last: Promise<void> = Promise.resolve()
  return {
    enter() {
      const before = last
      let leave: () => void = () => undefined
      last = new Promise((resolve) => {
        leave = resolve
      })
      return before.then(() => leave)
    },
  }
}
