import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareTexts } from '#shared/compare/index.ts'
import { corpusFolder, goldText, readGold, scoreOf } from '../../../bench/compare/gold.ts'
import { failuresOf, readRedlineCases } from '../../../bench/compare/redline-cases.ts'

const absent = !existsSync(`${corpusFolder()}/gold`)
if (absent) console.warn(`SKIPPED: no corpus in ${corpusFolder()}; set TRAVAUX_CORPUS to measure alignment against people's`)

describe.skipIf(absent)('against correspondences made by people', () => {
  test.each([
    ['untoc-uncac', 0.98],
    ['budapest-uncac', 0.8],
    ['eu-nice-lisbon', 0.94],
    ['aiact-commission-council', 0.985],
  ] as const)('[AL4, AL5, AL10] %s is aligned with F1 of at least %f', (name, floor) => {
    const gold = readGold(name)
    const [left, right] = [goldText(gold.left.clauses, 'l'), goldText(gold.right.clauses, 'r')]
    const { rows, partLinks } = compareTexts(left.text, right.text)
    const parts = partLinks.filter(({ kind }) => kind === 'split' || kind === 'merged')
    const found = [...rows, ...parts].flatMap(({ base, revised }) => {
      const [from, to] = [base && left.labelOf.get(base), revised && right.labelOf.get(revised)]
      return from && to ? [[from, to] as const] : []
    })
    expect(scoreOf(found, gold).f1).toBeGreaterThanOrEqual(floor)
  })

  test('[RL4, RL6, RL7, RL8, RL11, RL13, RL14] the written cases are drawn as a good redline draws them', () => {
    const failing = readRedlineCases().flatMap((given) => {
      const failures = failuresOf(given)
      return failures.length === 0 ? [] : [{ id: given.id, failures }]
    })
    expect(failing).toEqual([])
  })
})
