import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compareArguments } from '#server/cli/compare.ts'
import { run } from '#server/cli/run.ts'
import { comparisonJson } from '#shared/exports/index.ts'

const SAMPLES = [resolve('server/samples/draft-budapest-manner.txt'), resolve('server/samples/draft-comprehensive.txt')] as const
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'travaux-cli-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function told(args: readonly string[], terminal = { out: false, err: false }) {
  let [out, err, code] = ['', '', -1]
  await run(['compare', ...args], {
    env: {},
    cwd: folder,
    terminal,
    write: (text) => (out += text),
    complain: (text) => (err += text),
    onSignal: () => undefined,
    exit: (given) => (code = given),
  })
  return { out, err, code }
}

test('two files are compared in every format, on the screen and into a file', async () => {
  const text = await told(SAMPLES)
  expect(text).toMatchObject({ code: 0, err: '' })
  expect(text.out).toContain('{+')
  for (const ending of ['json', 'html', 'csv', 'txt']) {
    expect(await told([...SAMPLES, '-o', `out.${ending}`])).toEqual({ out: '', err: '', code: 0 })
  }
  expect((await readdir(folder)).toSorted()).toEqual(['out.csv', 'out.html', 'out.json', 'out.txt'])
  expect(await readFile(join(folder, 'out.txt'), 'utf8')).toBe(text.out)
  expect(await readFile(join(folder, 'out.html'), 'utf8')).toMatch(/^<!doctype html>/v)
  const result = comparisonJson.parse(JSON.parse(await readFile(join(folder, 'out.json'), 'utf8')))
  expect(result.base.clauses[0]?.id).toBe('b1')

  await writeFile(join(folder, 'base.json'), JSON.stringify(result.base))
  await writeFile(join(folder, 'revised.json'), JSON.stringify(result.revised))
  await told(['base.json', 'revised.json', '-o', 'again.json'])
  const again = comparisonJson.parse(JSON.parse(await readFile(join(folder, 'again.json'), 'utf8')))
  expect([again.base, again.revised]).toEqual([result.base, result.revised])
  expect(again.matches.map(({ base, revised }) => [base, revised])).toEqual(result.matches.map(({ base, revised }) => [base, revised]))
})

test('progress is told on a terminal alone, and colour is used there', async () => {
  expect((await told(SAMPLES, { out: true, err: true })).err).toContain('Comparing…')
  expect((await told([...SAMPLES, '--quiet'], { out: true, err: true })).err).toBe('')
  expect((await told(SAMPLES, { out: true, err: false })).out).toContain('\u001B[34m')
})

test.each([
  [[SAMPLES[0], 'nowhere.txt'], 'nowhere.txt is not there.'],
  [['.', SAMPLES[0]], 'is a folder'],
  [['broken.json', SAMPLES[0]], 'is not JSON that can be read'],
  [['word.txt', SAMPLES[0]], 'a Word document'],
  [['result.json', SAMPLES[0]], 'needs {"clauses"'],
  [[SAMPLES[0], SAMPLES[1], '-o', 'no/such/folder.json'], 'is not there'],
])('%j ends with 2 and a sentence, and nothing is written', async (args, words) => {
  await writeFile(join(folder, 'broken.json'), '{"clauses": [')
  await writeFile(join(folder, 'result.json'), '{"base": {"clauses": []}}')
  await writeFile(join(folder, 'word.txt'), Buffer.from('PK\u0003\u0004 word/document.xml'))
  const { out, err, code } = await told(args)
  expect([out, code]).toEqual(['', 2])
  expect(err).toContain(words)
  expect((await readdir(folder)).length).toBe(3)
})

test('what makes no sense is said', async () => {
  expect(compareArguments(['a'])).toContain('two files')
  expect(compareArguments(['a', 'b', '--format', 'pdf'])).toContain('not "pdf"')
  expect(compareArguments(['a', 'b', '-o', 'x.pdf'])).toContain('add --format')
  expect(compareArguments(['a', 'b', '--colour'])).toContain('nothing that compare knows')
  expect(compareArguments(['a', 'b', '--format=json'])).toMatchObject({ format: 'json' })
  expect(await told(['a'])).toMatchObject({ code: 2 })
})
