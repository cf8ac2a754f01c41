import type { Span } from '#shared/clauses/index.ts'

/** Wording with its emphasis, before it belongs to a clause. Span offsets count from the start of `text`. */
export type Rich = Readonly<{ text: string; spans: readonly Span[] }>

export const plain = (text: string): Rich => ({ text, spans: [] })

/** `rich` from `from` up to `to`, without the white space at its ends. */
export function sliceRich(rich: Rich, from: number, to: number = rich.text.length): Rich {
  const raw = rich.text.slice(from, to)
  const start = from + raw.length - raw.trimStart().length
  const end = start + raw.trim().length
  if (rich.spans.length === 0) return plain(rich.text.slice(start, end))
  const spans = rich.spans
    .map((span) => ({ ...span, from: Math.max(span.from, start) - start, to: Math.min(span.to, end) - start }))
    .filter((span) => span.from < span.to)
  return { text: rich.text.slice(start, end), spans }
}

/** `parts` as one with `between` them; each keeps its emphasis, and empty ones fall away. */
export function joinRich(parts: readonly Rich[], between: string): Rich {
  const full = parts.filter(({ text }) => text !== '')
  const [only] = full
  if (full.length < 2) return only ?? plain('')
  const spans: Span[] = []
  let offset = 0
  for (const part of full) {
    for (const span of part.spans) spans.push({ ...span, from: span.from + offset, to: span.to + offset })
    offset += part.text.length + between.length
  }
  return { text: full.map(({ text }) => text).join(between), spans }
}

/** `rich` with each run of white space made one space, spans following. */
export function collapseRich(rich: Rich): Rich {
  if (!/\s\s|[^\S ]/u.test(rich.text)) return rich
  if (rich.spans.length === 0) return plain(rich.text.replace(/\s+/gu, ' '))
  const places = new Uint32Array(rich.text.length + 1)
  let text = ''
  let last = 0
  for (const match of rich.text.matchAll(/\s+/gu)) {
    for (let i = last; i < match.index; i++) places[i] = text.length + i - last
    text += rich.text.slice(last, match.index)
    last = match.index + match[0].length
    places.fill(text.length, match.index, last)
    text += ' '
  }
  for (let i = last; i <= rich.text.length; i++) places[i] = text.length + i - last
  text += rich.text.slice(last)
  const at = (offset: number): number => places[offset] ?? text.length
  return { text, spans: rich.spans.map((s) => ({ ...s, from: at(s.from), to: at(s.to) })).filter((s) => s.from < s.to) }
}
