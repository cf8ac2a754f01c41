import { isDivision, type Clause, type ClauseText } from '../../shared/clauses/index.ts'
import { compareTexts } from '../../shared/compare/index.ts'
import type { Figure } from '../report.ts'
import { clausesOf, comprehensiveSample, rollingSample } from '../support/corpus.ts'
import { goldText, readGold } from './gold.ts'
import { edit, type Link } from './synthetic.ts'

const side = (name: string, of: 'left' | 'right'): ClauseText => goldText(readGold(name)[of].clauses, of === 'left' ? 'l' : 'r').text
type Sitting = Readonly<{ name: string; text: ClauseText; foreign: ClauseText }>

const sittings = (): readonly Sitting[] => [
  { name: 'UNTOC', text: side('untoc-uncac', 'left'), foreign: side('budapest-uncac', 'left') },
  { name: 'UNCAC', text: side('untoc-uncac', 'right'), foreign: side('budapest-uncac', 'left') },
  { name: 'EU treaties, Lisbon', text: side('eu-nice-lisbon', 'right'), foreign: side('untoc-uncac', 'left') },
  { name: 'sample, comprehensive draft', text: clausesOf(comprehensiveSample(), 1), foreign: clausesOf(rollingSample(), 2) },
]

/** Found, right, and wanted, added up over sittings. */
class Tally {
  #found = 0
  #right = 0
  #wanted = 0

  add(found: ReadonlySet<string>, wanted: ReadonlySet<string>, excused: ReadonlySet<string> = new Set()): void {
    this.#found += [...found].filter((key) => !excused.has(key)).length
    this.#wanted += wanted.size
    this.#right += [...found].filter((key) => wanted.has(key)).length
  }

  get precision(): number {
    return this.#right / this.#found
  }

  get recall(): number {
    return this.#right / this.#wanted
  }
}

const keys = (links: readonly Link[]): ReadonlySet<string> => new Set(links.map(String))

type Wanted = Readonly<{ seeds: number; showErrors: boolean }>

/** The comparison against edits that are known: clauses moved (precision and recall), splits and mergers found whole. */
export const syntheticFigures = (wanted: Wanted): readonly Figure[] => sittings().flatMap((sitting) => figuresOf(sitting, wanted))

function figuresOf({ name, text, foreign }: Sitting, { seeds, showErrors }: Wanted): readonly Figure[] {
  const tallies = { aligned: new Tally(), movedArticles: new Tally(), movedProvisions: new Tally() }
  const whole = { splits: [0, 0], merges: [0, 0] }
  for (let seed = 1; seed <= seeds; seed++) {
    const edited = edit(text, foreign, seed)
    const base = { ...text, clauses: text.clauses.slice(text.clauses.findIndex(({ kind }) => kind === 'article')) }
    const { rows, partLinks } = compareTexts(base, edited.revised)
    const kinds = new Map<string, Clause>(base.clauses.map((clause) => [clause.id, clause]))
    const isArticle = ([from]: Link): boolean => kinds.get(from)?.kind === 'article'
    const paired = rows.flatMap(({ base: from, revised: to }): Link[] => (from === null || to === null ? [] : [[from, to]]))
    const linked = [...paired, ...partLinks.filter(({ kind }) => kind !== 'part-moved').map(({ base: from, revised: to }): Link => [from, to])]
    const moved = rows.flatMap(({ base: from, revised: to, relation }): Link[] => (from === null || to === null || relation !== 'moved' ? [] : [[from, to]]))
    tallies.aligned.add(keys(linked.filter((link) => isArticle(link) && isDivision(kindOf(edited.revised, link)))), keys(edited.pairs.filter(isArticle)), keys(edited.given))
    const provisions = (links: readonly Link[]): ReadonlySet<string> => keys(links.filter((link) => !isArticle(link)))
    tallies.movedArticles.add(keys(moved.filter(isArticle)), keys(edited.moved.filter(isArticle)))
    tallies.movedProvisions.add(provisions(moved), provisions(edited.moved))
    const given = keys(linked)
    for (const what of ['splits', 'merges'] as const)
      for (const links of edited[what]) {
        whole[what][1] = (whole[what][1] ?? 0) + 1
        if (links.every((link) => given.has(String(link)))) whole[what][0] = (whole[what][0] ?? 0) + 1
        else if (showErrors) console.log(`  seed ${seed} ${what}: ${excerpt(kinds.get(links[0]?.[0] ?? ''))}`)
      }
    if (showErrors) {
      const truth = keys(edited.moved)
      for (const link of edited.moved) if (!keys(moved).has(String(link))) console.log(`  seed ${seed} not moved: ${excerpt(kinds.get(link[0]))}`)
      for (const link of moved) if (!truth.has(String(link))) console.log(`  seed ${seed} wrongly moved: ${excerpt(kinds.get(link[0]))}`)
    }
  }
  const aimed = (what: string, ours: number, aim: number): Figure => ({ what: `${name}, ${what}`, unit: '', ours, peer: { name: 'aim', value: aim }, toReach: { atLeast: 1 } })
  const { aligned, movedArticles, movedProvisions } = tallies
  return [
    aimed('articles aligned, precision', aligned.precision, 0.99),
    aimed('articles aligned, recall', aligned.recall, 0.99),
    aimed('articles moved, precision', movedArticles.precision, 0.99),
    aimed('articles moved, recall', movedArticles.recall, 0.99),
    aimed('provisions moved, precision', movedProvisions.precision, 0.99),
    aimed('provisions moved, recall', movedProvisions.recall, 0.99),
    ...(['splits', 'merges'] as const).map((what) => aimed(`${what} found whole`, (whole[what][0] ?? 0) / (whole[what][1] ?? 1), 0.95)),
  ]
}

function kindOf({ clauses }: ClauseText, [, to]: Link) {
  return clauses.find(({ id }) => id === to)?.kind ?? 'text'
}
function excerpt(clause: Clause | undefined): string {
  return `${clause?.kind} ${clause?.number}: ${clause?.text.slice(0, 90)}`
}
