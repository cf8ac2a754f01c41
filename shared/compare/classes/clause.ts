import type { Clause } from '#shared/clauses/index.ts'
import { groundsOfWhole } from './grounds.ts'
import type { Standing } from './surplus.ts'
import { excused, substance, type Verdict } from './types.ts'

/** What stands where a provision was taken out, in the six official languages. */
const PLACEHOLDER = /^[\s\[\(…]*(?:deleted|reserved|repealed|omitted|void|blank|intentionally left blank|supprimé|réservé|abrogé|suprimido|reservado|derogado|исключен[аоы]?|зарезервирован[аоы]?|отменен[аоы]?|محذوف|محجوز|ملغى|删除|保留|废止)?[\s\]\)…]*\.?$/iv

/** The class of a clause that came or went (CC11): substance, unless what it says stands in words that the other side has alone. */
export function classifyWhole(clause: Clause, side: 'base' | 'revised', standing: () => Standing | null): Verdict {
  const words = side === 'base' ? { struck: clause.text.trim(), inserted: '' } : { struck: '', inserted: clause.text.trim() }
  if (clause.text.trim() !== '' && PLACEHOLDER.test(clause.text)) return excused('placeholder', named(words))
  const found = standing()
  if (found !== null) return excused('elsewhere', named(words), found === 'same' ? 'formatting' : 'editorial')
  const grounds = groundsOfWhole(clause.text, side)
  return substance(clause.kind === 'definition' ? [{ aspect: 'definition', ...named(words) }, ...grounds.filter(({ aspect }) => aspect !== 'definition')] : grounds, named(words))
}

/** A ground names the clause by its first words. */
const MAX_LETTERS = 60
const named = ({ struck, inserted }: Readonly<{ struck: string; inserted: string }>): Readonly<{ struck: string; inserted: string }> => ({ struck: begun(struck), inserted: begun(inserted) })
const begun = (text: string): string => (text.length <= MAX_LETTERS ? text : `${text.slice(0, MAX_LETTERS).replace(/\s\S*$/v, '')} …`)

/** The class of a new label (CC7): numbering, or formatting where neither has a letter or figure ("•" → "–"). */
export function classifyLabel({ from, to }: Readonly<{ from: string; to: string }>): Verdict {
  return excused(/[\p{L}\p{N}]/v.test(from + to) ? 'label' : 'bullet', { struck: from, inserted: to })
}
