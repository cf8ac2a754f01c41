import { unreachable } from '#shared/kernel/index.ts'
import type { Aspect, ChangeClass, Excuse, Reason, Verdict } from '#shared/compare/index.ts'

/** The English names of the classes of changes: in what is exported, and where the page speaks English. */
export const CLASS_WORDS = { substance: 'substance', editorial: 'editorial', numbering: 'numbering', formatting: 'formatting' } as const satisfies Record<ChangeClass, string>

/** What each ground of a class is called. */
export const GROUND_WORDS = {
  negation: 'negation',
  obligation: 'obligation',
  safeguard: 'safeguard',
  condition: 'condition',
  definition: 'definition',
  quantity: 'quantity or time',
  actor: 'who acts',
  scope: 'scope',
  other: 'a rule of its own',
  typography: 'quotation marks or dashes',
  punctuation: 'punctuation',
  capitals: 'capitals',
  spelling: 'spelling',
  grammar: 'grammar',
  synonym: 'same meaning',
  order: 'order of words',
  gloss: 'another name for the same',
  heading: 'a heading in other words',
  said: 'said already',
  moved: 'moved within the clause',
  elsewhere: 'stands near by',
  reference: 'reference',
  label: 'number',
  'note-mark': 'mark of a note',
  placeholder: 'placeholder',
  spaces: 'spaces',
  bullet: 'bullet',
  emphasis: 'emphasis',
} as const satisfies Record<Aspect | Excuse, string>

/** Why two clauses were taken for the same one, in words: "same heading, 78 % of its words". */
export function reasonWords(reason: Reason): string {
  const percent = 'share' in reason ? `${Math.floor(reason.share * 100)} %` : ''
  switch (reason.rule) {
    case 'declared':
      return 'paired by hand'
    case 'same-id':
      return 'the same clause by its id'
    case 'same-text':
      return 'the same words'
    case 'same-purpose':
      return 'the articles of definitions'
    case 'same-words':
      return reason.share === 1 ? 'the same words but for their endings' : `${percent} of their words`
    case 'same-heading':
      return reason.share === 1 ? 'the same heading' : `${percent} of the words of their headings`
    case 'same-parts':
      return `${percent} of what they hold`
    case 'same-place':
      return 'the same place'
    default:
      return unreachable(reason)
  }
}

/** Why a change has its class, in words: "“shall” → “may”: obligation; condition". */
export function verdictWords({ grounds }: Verdict): string {
  const told = grounds.map(({ aspect, struck, inserted }) => {
    const name = GROUND_WORDS[aspect]
    if (struck === '' && inserted === '') return name
    if (struck === '') return `“${inserted}” added: ${name}`
    return inserted === '' ? `“${struck}” removed: ${name}` : `“${struck}” → “${inserted}”: ${name}`
  })
  return [...new Set(told)].join('; ')
}
