/** Some words of a clause around a place in them: before it, the place, after it. */
export type Excerpt = Readonly<{ before: string; words: string; after: string }>

const REACH = 48

/** Cuts at words, with a mark where something is left out. */
export function excerptOf(text: string, { from, to }: Readonly<{ from: number; to: number }>): Excerpt {
  const [start, end] = [from <= REACH ? 0 : from - REACH, Math.min(text.length, to + REACH)]
  const before = text.slice(start, from)
  const after = text.slice(to, end)
  return {
    before: start === 0 ? before : `…${before.replace(/^\S*(?=\s)/u, '')}`,
    words: text.slice(from, to),
    after: end === text.length ? after : `${after.replace(/(?<=\s)\S*$/u, '').trimEnd()} …`,
  }
}
