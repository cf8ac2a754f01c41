/** What a change is to a reader: the gravest first. */
export const CHANGE_CLASSES = ['substance', 'editorial', 'numbering', 'formatting'] as const
export type ChangeClass = (typeof CHANGE_CLASSES)[number]

/** What carries substance, the gravest first. `other`: a rule, manner, purpose or remedy that no word list knows. */
export const ASPECTS = ['negation', 'obligation', 'safeguard', 'condition', 'definition', 'quantity', 'actor', 'scope', 'other'] as const
export type Aspect = (typeof ASPECTS)[number]

/** Why a change is none of substance. `said`, `moved`, `elsewhere`: its words stand in the clause, or in another, on both sides. */
export const EXCUSES = [
  'typography',
  'punctuation',
  'capitals',
  'spelling',
  'grammar',
  'synonym',
  'order',
  'gloss',
  'heading',
  'said',
  'moved',
  'elsewhere',
  'reference',
  'label',
  'note-mark',
  'placeholder',
  'spaces',
  'bullet',
  'emphasis',
] as const
export type Excuse = (typeof EXCUSES)[number]

/** Why a change has its class: the aspect, and the words that carried it on either side; '' where there are none. */
export type Ground = Readonly<{ aspect: Aspect | Excuse; struck: string; inserted: string }>

/** The class of one change. `weight`: 0 to 100, how much it matters. `grounds`: the gravest first, never empty. */
export type Verdict = Readonly<{ class: ChangeClass; weight: number; grounds: readonly Ground[] }>

/**
 * The classes of one row: `whole` of a clause that came or went, `label` of a new number, `emphasis` of emphasis alone,
 * and of each change of its redline in turn, typography included. `class` and `weight` are the gravest of them.
 */
export type RowClass = Readonly<{
  class: ChangeClass
  weight: number
  whole: Verdict | null
  label: Verdict | null
  emphasis: Verdict | null
  hunks: readonly Verdict[]
}>

/** How many clauses have each class as their gravest, and how many single changes have it. */
export type ClassFigures = Readonly<Record<ChangeClass, Readonly<{ clauses: number; changes: number }>>>

/** `rows`: one for one with the rows of the comparison; null where nothing differs, and for ghosts. */
export type Classes = Readonly<{ rows: readonly (RowClass | null)[]; figures: ClassFigures }>

const WEIGHTS: Readonly<Record<Aspect, number>> = {
  negation: 100,
  obligation: 90,
  safeguard: 85,
  condition: 80,
  definition: 75,
  quantity: 70,
  actor: 65,
  scope: 60,
  other: 50,
}

/** A change of substance, for these grounds; `other` where there are none. */
export function substance(grounds: readonly (Ground & { aspect: Aspect })[], words: Readonly<{ struck: string; inserted: string }>): Verdict {
  const [first] = grounds
  if (first === undefined) return { class: 'substance', weight: WEIGHTS.other, grounds: [{ aspect: 'other', ...words }] }
  const ranked = [...grounds].sort((one, other) => ASPECTS.indexOf(one.aspect) - ASPECTS.indexOf(other.aspect))
  return { class: 'substance', weight: WEIGHTS[(ranked[0] ?? first).aspect], grounds: ranked }
}

const CLASS_OF_EXCUSE: Readonly<Record<Excuse, Exclude<ChangeClass, 'substance'>>> = {
  typography: 'editorial',
  punctuation: 'editorial',
  capitals: 'editorial',
  spelling: 'editorial',
  grammar: 'editorial',
  synonym: 'editorial',
  order: 'editorial',
  gloss: 'editorial',
  heading: 'editorial',
  said: 'editorial',
  moved: 'editorial',
  elsewhere: 'editorial',
  reference: 'numbering',
  label: 'numbering',
  'note-mark': 'numbering',
  placeholder: 'numbering',
  spaces: 'formatting',
  bullet: 'formatting',
  emphasis: 'formatting',
}
const EXCUSED_WEIGHTS = { editorial: 20, numbering: 10, formatting: 0 } as const

/** A change that is none of substance, and why; `as` where the excuse has another class in this case. */
export function excused(excuse: Excuse, { struck, inserted }: Readonly<{ struck: string; inserted: string }>, as?: 'editorial' | 'formatting'): Verdict {
  const found = as ?? CLASS_OF_EXCUSE[excuse]
  return { class: found, weight: EXCUSED_WEIGHTS[found], grounds: [{ aspect: excuse, struck, inserted }] }
}

/** The graver of two classes. */
export const graver = (one: ChangeClass, other: ChangeClass): ChangeClass =>
  CHANGE_CLASSES.indexOf(one) <= CHANGE_CLASSES.indexOf(other) ? one : other
