import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correlationTable, readClauses } from '#shared/exports/index.ts'
import { comparedOf, resultArb } from './sample.ts'

/** RFC 4180, read as strictly as a spreadsheet does. */
function parsed(table: string): readonly (readonly string[])[] {
  const [rows, fields]: [string[][], RegExp] = [[[]], /"((?:[^"]|"")*)"(,|\r\n)|([^",\r\n]*)(,|\r\n)/gv]
  let end = 0
  for (const found of table.matchAll(fields)) {
    expect(found.index).toBe(end)
    end = found.index + found[0].length
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[3] ?? '')
    if ((found[2] ?? found[4]) === '\r\n') rows.push([])
  }
  expect(end).toBe(table.length)
  return rows.slice(0, -1)
}

test('[EX8] the table has a line for each match and as many cells in each, none of which is a formula', () => {
  fc.assert(
    fc.property(resultArb, ({ result }) => {
      const rows = parsed(correlationTable(result))
      expect(rows).toHaveLength(result.matches.length + 1)
      expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([14]))
      expect(rows.flat().filter((cell) => /^[\-=+@]/v.test(cell))).toEqual([])
    }),
  )
})

test('[EX8] hostile and long headings, quotes and line breaks stay in their cells', () => {
  const heading = `=HYPERLINK("x"),${'long '.repeat(60)}`
  const side = (name: 'base' | 'revised', text: string) => readClauses({ clauses: [{ id: '1', kind: 'article', label: 'Article 1', text }] }, { name, side: name })
  const [, cells] = parsed(correlationTable(comparedOf(side('base', heading), side('revised', '@sum\nSecond "line"'))))
  expect(cells?.[1]).toMatch(/^'=HYPERLINK\("x"\),long .*…$/v)
  expect(cells?.[1]?.length).toBeLessThan(130)
})
