import { expect, test } from 'vitest'
import { baseText, compareTexts, revisedText } from '#shared/compare/index.ts'
import { referencesIn } from '#shared/compare/references.ts'
import { isSpace, segment } from '#shared/compare/segment.ts'
import { article, countingIds, textOf } from './texts.ts'

const cited = (text: string) => referencesIn(segment(text).filter((part) => !isSpace(part))).map(({ kind, number }) => `${kind} ${number}`)

test.each([
  ['Articles 2, 3 and 5(1) apply to Article 7 bis.', ['article 2', 'article 3', 'article 5', 'article 7']],
  ['Under paragraph 1 or 2 of this article within 30 days.', ['paragraph 1', 'paragraph 2']],
  ['Paragraph 2 of Article 6 applies.', ['article 6']],
  ['В соответствии со статьями 4 и 5 в течение 30 дней.', ['article 4', 'article 5']],
  ['В соответствии со статьей 4 или пунктом 3.', ['article 4', 'paragraph 3']],
  ['Les articles 4 et 5 du présent accord.', ['article 4', 'article 5']],
  ['وفقا المادة 4 و 5 من هذه الاتفاقية', ['article 4', 'article 5']],
])('[RL13] the references in “%s”', (text, references) => {
  expect(cited(text)).toEqual(references)
})

const scope = 'This Convention covers data in every form and on any carrier.'
const purpose = 'The purpose of this treaty is peace among neighbours, near and far.'
const offences = (number: number) => `Offences against data that Article ${number} covers are punished by the courts.`

const compared = (base: readonly string[], revised: readonly string[]) =>
  compareTexts(
    textOf(base.flatMap((text) => article('', text)), countingIds(1)),
    textOf(revised.flatMap((text) => article('', text)), countingIds(2)),
  )

test('[RL13] a number that follows a renumbering is no change of wording, and is counted where the clause was renumbered', () => {
  const { rows, changes } = compared([scope, offences(1)], [purpose, scope, offences(2)])
  const followed = rows.find(({ redline }) => redline !== null)
  expect(followed).toMatchObject({ relation: 'kept', edited: false })
  expect(followed?.redline?.runs.filter(({ kind }) => kind !== 'keep')).toEqual([
    { kind: 'strike', text: '1', cosmetic: 'reference' },
    { kind: 'insert', text: '2', cosmetic: 'reference' },
  ])
  expect([baseText(followed?.redline?.runs ?? []), revisedText(followed?.redline?.runs ?? [])]).toEqual([offences(1), offences(2)])
  expect(rows.flatMap(({ relabelled }) => relabelled ?? [])).toEqual([
    { from: 'Article 1', to: 'Article 2', references: 1 },
    { from: 'Article 2', to: 'Article 3', references: 0 },
  ])
  expect(changes.map(({ relation }) => relation)).toEqual(['added'])
})

test('[RL13] a number that names another clause now is a change, one that did not follow is none', () => {
  expect(compared([scope, offences(1)], [purpose, scope, offences(3)]).rows.map(({ edited }) => edited)).toContain(true)
  const stale = compared([scope, offences(1)], [purpose, scope, offences(1)])
  expect(stale.rows.every(({ redline }) => redline === null)).toBe(true)
  const beside = compared([scope, offences(1)], [purpose, scope, offences(1).replace('courts', 'judges')])
  expect(beside.rows.flatMap(({ redline }) => redline?.runs ?? []).filter(({ kind }) => kind !== 'keep').map(({ text }) => text)).toEqual(['courts', 'judges'])
})

test('[RL3, RL13] what is added to a reference makes the two one change of wording', () => {
  const { rows } = compared([scope, offences(1)], [purpose, scope, offences(2).replace('2', '2(a)')])
  const runs = rows.flatMap(({ redline }) => redline?.runs ?? [])
  expect(runs.filter(({ kind }) => kind !== 'keep')).toEqual([{ kind: 'strike', text: '1' }, { kind: 'insert', text: '2(a)' }])
})

test('[RL13, AL3] swapping the sides mirrors it', () => {
  const [base, revised] = [[scope, offences(1)], [purpose, scope, offences(2)]]
  const kinds = (rows: ReturnType<typeof compared>['rows']) => rows.flatMap(({ redline }) => redline?.runs ?? []).map(({ cosmetic }) => cosmetic ?? '').sort()
  expect(kinds(compared(revised, base).rows)).toEqual(kinds(compared(base, revised).rows))
})
