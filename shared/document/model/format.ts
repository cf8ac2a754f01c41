/** The formatting in force over some words: Y.Text attributes, and a key equal for equal formattings. */
export type Format = Readonly<{ key: string; attrs: Readonly<Record<string, unknown>> }>

export const PLAIN: Format = { key: '', attrs: {} }

const made = new Map<string, Format>()

/** The format with `attrs`; attributes that are null or undefined are no formatting. Equal formats are one object. */
export function formatOf(attrs: Readonly<Record<string, unknown>>): Format {
  const names = Object.keys(attrs)
    .filter((name) => attrs[name] !== null && attrs[name] !== undefined)
    .sort()
  if (names.length === 0) return PLAIN
  const kept = Object.fromEntries(names.map((name) => [name, attrs[name]]))
  const key = JSON.stringify(kept)
  const known = made.get(key)
  if (known) return known
  if (made.size >= 2000) made.clear() // only a cache: formats are compared by key
  const format = { key, attrs: kept }
  made.set(key, format)
  return format
}

/** `format` after a format item that sets `name`; null ends it. */
export const withAttr = (format: Format, name: string, value: unknown): Format =>
  formatOf({ ...format.attrs, [name]: value })

/** What `to` changes on `from`, as Y.Text wants it: null where an attribute ends. */
export function formatChange(from: Format, to: Format): Record<string, unknown> {
  const ended = Object.keys(from.attrs).filter((name) => !Object.hasOwn(to.attrs, name))
  const set = Object.entries(to.attrs).filter(
    ([name, value]) => !Object.hasOwn(from.attrs, name) || JSON.stringify(from.attrs[name]) !== JSON.stringify(value),
  )
  // From entries: a name such as `__proto__`, which anybody may write into a Y.Doc, cannot be assigned.
  return Object.fromEntries([...ended.map((name) => [name, null] as const), ...set])
}
