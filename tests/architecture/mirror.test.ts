import { expect, test } from 'vitest'
import { SOURCES, type SourceFile } from './support/source.ts'

/** The statements that stand at the left edge of a file, comments and types left out. */
function statementsOf(text: string): readonly string[] {
  const statements: string[] = []
  for (const line of text.split('\n')) {
    if (/^[^\s)}\]|>]/.test(line)) statements.push(line)
    else statements.push(`${statements.pop() ?? ''}\n${line}`)
  }
  return statements.filter((statement) => !/^(?:export )?(?:declare )?(?:type|interface)\b|^import\b|^\/[/*]/.test(statement))
}

/** Whether a file does something: types and constants alone need no test. */
const hasCode = ({ text }: Pick<SourceFile, 'text'>): boolean =>
  statementsOf(text).some((statement) => /=>|\bfunction\b|\bclass\b/.test(statement))

test('every core file has its mirrored test', () => {
  const untested = [...SOURCES.values()].filter(({ path, text }) => {
    if (!path.startsWith('shared/') || path.endsWith('/index.ts') || !hasCode({ text })) return false
    const stem = `tests/${path.replace(/\.tsx?$/, '')}.test`
    return !SOURCES.has(`${stem}.ts`) && !SOURCES.has(`${stem}.tsx`)
  })
  expect(
    untested.map(({ path }) => `${path} has no test: write tests/${path.replace(/\.(tsx?)$/, '.test.$1')}`),
  ).toEqual([])
})

test('types and constants are told from code', () => {
  expect(hasCode({ text: 'export type F = (a: number) => number\n\nexport const X = [1, 2] as const\n' })).toBe(false)
  expect(hasCode({ text: '/**\n * a => b\n */\nexport type G = Readonly<{\n  f: () => void\n}>\n' })).toBe(false)
  expect(hasCode({ text: 'export const f =\n  (a: number) => a\n' })).toBe(true)
  expect(hasCode({ text: 'const TABLE = {\n  f: (a: number) => a,\n}\n' })).toBe(true)
  expect(hasCode({ text: 'export class C {}\n' })).toBe(true)
})
