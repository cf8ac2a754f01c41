import { writeNumeral } from '#shared/clauses/index.ts'

/** An open list of the page. `next` is the number its next item shows. */
export type HtmlList = { readonly ordered: boolean; readonly type: string; next: number; readonly step: number }

const letters = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

function numeral(type: string, value: number): string {
  if (value < 1 || value > 399) return String(value)
  switch (type) {
    case 'a':
      return letters(value)
    case 'A':
      return letters(value).toUpperCase()
    case 'i':
      return writeNumeral('roman', value)
    case 'I':
      return writeNumeral('ROMAN', value)
    default:
      return String(value)
  }
}

/**
 * The label the next item of `list` shows: `1.` in an outermost list of digits, `(1)` `(a)` `(i)` else, a dash where
 * none is counted. `value` is the number the item itself asks for.
 */
export function markerOf(list: HtmlList | undefined, isOutermost: boolean, value: number | null): string {
  if (list === undefined || !list.ordered) return '– '
  if (value !== null) list.next = value
  const shown = numeral(list.type, list.next)
  list.next += list.step
  return list.type === '1' && isOutermost ? `${shown}.` : `(${shown})`
}
