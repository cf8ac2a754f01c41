// `node whole-text-diff.mjs jsdiff|dmp BASE REVISED ROUNDS`: prints how many milliseconds a word diff of two whole texts takes,
// as JSON `{ first, warm }`; `warm` is null when there was one round only.
import { readFileSync } from 'node:fs'

const [, , engine, baseFile, revisedFile, roundsGiven] = process.argv
const [base, revised] = [readFileSync(baseFile, 'utf8'), readFileSync(revisedFile, 'utf8')]
const rounds = Number(roundsGiven)

const ENGINES = {
  jsdiff: async () => {
    const { diffWordsWithSpace } = await import('diff')
    return () => diffWordsWithSpace(base, revised)
  },
  // Words as single code units, as the library's wiki tells for line mode; its clock off, so that it finds the least change.
  dmp: async () => {
    const { default: DiffMatchPatch } = await import('diff-match-patch')
    const dmp = new DiffMatchPatch()
    dmp.Diff_Timeout = 0
    return () => {
      const codes = new Map()
      const coded = (text) => (text.match(/\s+|[^\s]+/g) ?? []).map((word) => {
        if (!codes.has(word)) codes.set(word, String.fromCharCode(codes.size + 1))
        return codes.get(word)
      }).join('')
      return dmp.diff_main(coded(base), coded(revised), false)
    }
  },
}

const diff = await ENGINES[engine]()
const times = Array.from({ length: rounds }, () => {
  const began = performance.now()
  diff()
  return performance.now() - began
})
const warm = times.slice(1).sort((a, b) => a - b)
console.log(JSON.stringify({ first: times[0], warm: warm.length === 0 ? null : warm[warm.length >> 1] }))
