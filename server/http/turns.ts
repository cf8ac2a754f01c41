/** One after another: acts under the same key never overlap, others do. */
export type Turns = <Result>(key: string, act: () => Promise<Result>) => Promise<Result>

export function openTurns(): Turns {
  const lines = new Map<string, Promise<unknown>>()
  return (key, act) => {
    const before = lines.get(key) ?? Promise.resolve()
    const mine = before.then(act, act) // how the one before ended is its caller's matter
    lines.set(key, mine)
    const leave = () => {
      if (lines.get(key) === mine) lines.delete(key)
    }
    mine.then(leave, leave)
    return mine
  }
}
