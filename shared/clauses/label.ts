import type { LabelSettings } from './clause.ts'
import { formsOf, type Form } from './forms.ts'
import type { ClauseKind } from './kinds.ts'
import { writeNumeral } from './numerals.ts'
import type { Series } from './series.ts'
import { cutSuffix } from './suffixes.ts'

/**
 * A clause's label. `text` is what the margin or the heading shows ("Article 5", "Chapter II", "1.", "(a)", ""),
 * `number` the bare number in it ("5", "II", "1", "a", "").
 */
export type Label = Readonly<{ text: string; number: string }>

/** What is to be printed: `written` by a drafter stands as it is, `counted` may take a language's form for the first. */
export type Numbered = Readonly<{ number: string; source: 'written' | 'counted' }>

export type PrintLabel = (series: Series | null, kind: ClauseKind, numbered: Numbered) => Label

/** French texts count "Article premier, Article 2". */
const isFrenchFirst = (series: Series, { language, style }: LabelSettings): boolean =>
  language === 'fr' && style === 'un' && series === 'article'

function print({ before, after, suffixOutside }: Form, number: string): string {
  if (!suffixOutside) return before + number + after
  const [bare, suffix] = cutSuffix(number)
  return before + bare + after + suffix
}

/** Prints labels under `settings` (CL14–CL17). A kind without a series shows a written number, a recital in brackets. */
export function labelPrinter(settings: LabelSettings): PrintLabel {
  const forms = formsOf(settings)
  return (series, kind, { number, source }) => {
    if (series === null) {
      return { text: kind === 'recital' && number !== '' ? `(${number})` : number, number }
    }
    const form = forms[series]
    if (number === '') return { text: form.alone, number }
    const isPremier = source === 'counted' && number === '1' && isFrenchFirst(series, settings)
    return { text: print(form, isPremier ? 'premier' : number), number }
  }
}

/** Writes the `value`-th number of `series` under `settings`: "5", "II", "aa". */
export function numberWriter(settings: LabelSettings): (series: Series, value: number) => string {
  const forms = formsOf(settings)
  return (series, value) => writeNumeral(forms[series].numeral, value)
}
