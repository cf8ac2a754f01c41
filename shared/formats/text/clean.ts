/** Characters that show nothing and would hide labels: soft hyphens, direction and zero-width marks, controls. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu
const CONTROL = /(?![\t\n])\p{Cc}/gu

/**
 * `source` with line ends as `\n` and without characters that show nothing; how many of them there were. Page breaks
 * and line separators end a line. Lone surrogates become U+FFFD. Joiners (U+200C, U+200D) stay: they spell words (FM4).
 */
export function cleaned(source: string): Readonly<{ text: string; removed: number }> {
  const lines = source
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
  let removed = 0
  const drop = (by: string) => (): string => {
    removed++
    return by
  }
  return { text: lines.replace(INVISIBLE, drop('')).replace(CONTROL, drop(' ')), removed }
}
