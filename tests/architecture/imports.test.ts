import { describe, expect, test } from 'vitest'
import { DOCUMENT_FLOORS, DOORS, KEPT_PACKAGES, MAY_IMPORT, mayImport, roomOf, unitOf } from './support/rooms.ts'
import { IMPORTS, SOURCES, at, importsOf, type ImportEdge } from './support/source.ts'

const OWN = IMPORTS.filter(({ isOwn }) => isOwn)
const isTest = (path: string): boolean => path.startsWith('tests/')
const acrossRooms = ({ from, to }: ImportEdge): boolean => unitOf(from) !== unitOf(to)

describe('imports', () => {
  test('every file stands in a room of the table', () => {
    const homeless = [...SOURCES.keys()].filter((path) => roomOf(path) === null)
    expect(homeless.map((path) => `${path} is in no room: move it, or add its room to tests/architecture/support/rooms.ts`)).toEqual([])
  })

  test('every import leads to a file that exists', () => {
    const broken = OWN.filter(({ to }) => /\.tsx?$/.test(to) && !SOURCES.has(to))
    expect(broken.map((edge) => `${at(edge)} imports ${edge.to}, which does not exist: correct the path`)).toEqual([])
  })

  test('arrows point one way, type imports included', () => {
    const wrong = OWN.filter(({ from, to }) => {
      const [importer, imported] = [roomOf(from), roomOf(to)]
      return importer !== null && imported !== null && !mayImport(importer, imported)
    })
    expect(
      wrong.map((edge) => {
        const room = roomOf(edge.from) ?? ''
        const allowed = (MAY_IMPORT[room] ?? []).join(', ')
        return `${at(edge)} imports ${edge.to}, but ${room} may import ${allowed === '' ? 'nothing' : `only ${allowed}`}: move what both need down, or hand it in`
      }),
    ).toEqual([])
  })

  test('a feature imports no other feature', () => {
    const wrong = OWN.filter(
      (edge) => edge.from.startsWith('client/features/') && edge.to.startsWith('client/features/') && acrossRooms(edge),
    )
    expect(
      wrong.map((edge) => `${at(edge)} imports ${edge.to}: let client/app hand it over, or move it to client/platform or shared`),
    ).toEqual([])
  })

  test('a room is entered by its door', () => {
    const wrong = OWN.filter((edge) => {
      const unit = unitOf(edge.to)
      if (unit === null || isTest(edge.from) || !acrossRooms(edge) || !/\.tsx?$/.test(edge.to)) return false
      const hasDoor = DOORS.includes(unit) || unit.startsWith('client/features/')
      return hasDoor && edge.to !== `${unit}/index.ts`
    })
    expect(
      wrong.map((edge) => `${at(edge)} imports ${edge.to}: import it from #${unitOf(edge.to)}/index.ts, and export it there`),
    ).toEqual([])
  })

  test('nobody goes out by the own door', () => {
    const wrong = OWN.filter((edge) => edge.to === `${unitOf(edge.from)}/index.ts`)
    expect(wrong.map((edge) => `${at(edge)} imports its own ${edge.to}: import the file that defines it`)).toEqual([])
  })

  test('every door has a name on each thing', () => {
    const starred = [...SOURCES.values()].filter(({ path, text }) => !isTest(path) && /^export \*(?! as )/m.test(text))
    expect(starred.map(({ path }) => `${path} exports *: name what it exports`)).toEqual([])
    const rooms = new Set([...SOURCES.keys()].map((path) => unitOf(path) ?? ''))
    const doorless = [...rooms].filter((unit) => {
      const needsDoor = DOORS.includes(unit) || unit.startsWith('client/features/')
      return needsDoor && !SOURCES.has(`${unit}/index.ts`)
    })
    expect(doorless.map((unit) => `${unit} has no index.ts: add one that exports what others need`)).toEqual([])
  })

  test('rooms know the storage by its types alone', () => {
    const wrong = OWN.filter(({ from, to, isType }) => from.startsWith('server/rooms/') && to.startsWith('server/storage/') && !isType)
    expect(wrong.map((edge) => `${at(edge)} imports a value from ${edge.to}: write "import type"`)).toEqual([])
  })

  test('in shared/document each floor stands on those below it', () => {
    const floorOf = (path: string): number => {
      const [, , first = ''] = path.split('/')
      const floor: number = DOCUMENT_FLOORS.findIndex((name) => name === first)
      return path.startsWith('shared/document/') ? floor : -1
    }
    const homeless = [...SOURCES.keys()].filter((path) => path.startsWith('shared/document/') && floorOf(path) < 0)
    expect(homeless.map((path) => `${path} stands on no floor: move it, or add its folder to tests/architecture/support/rooms.ts`)).toEqual([])
    const upward = OWN.filter(({ from, to }) => floorOf(from) >= 0 && floorOf(to) > floorOf(from))
    expect(upward.map((edge) => `${at(edge)} imports ${edge.to}, which stands above it: move what both need down`)).toEqual([])
  })

  test('tests are imported by tests alone', () => {
    const wrong = OWN.filter(({ from, to }) => isTest(to) && !isTest(from))
    expect(wrong.map((edge) => `${at(edge)} imports ${edge.to}: move what it needs out of tests`)).toEqual([])
  })

  test.each(KEPT_PACKAGES)('$why', ({ packages, rooms, why }) => {
    const wrong = IMPORTS.filter(({ from, to, isOwn }) => {
      if (isOwn || !packages.test(to) || isTest(from) || from.startsWith('bench/')) return false
      return !(rooms as readonly (string | null)[]).includes(unitOf(from))
    })
    expect(wrong.map((edge) => `${at(edge)} imports ${edge.to}: ${why}; move it to ${rooms.join(' or ')}`)).toEqual([])
  })
})

describe('what the table is checked with', () => {
  const word = 'import'
  const read = (text: string): readonly string[] =>
    importsOf({ path: 'shared/compare/x.ts', text }).map(({ to, isType, line }) => `${line} ${isType ? 'type ' : ''}${to}`)

  test('every form of import is seen', () => {
    expect(
      read(
        [
          `${word} { a } from './y.ts'`,
          `${word} type { b } from '#shared/kernel/index.ts'`,
          `${word} {\n  c,\n  type d,\n} from "../clauses/index.ts"`,
          `${word} './style.css'`,
          `${word} e from 'pkg/deep'`,
          "export { f } from './z.ts'",
          "export type { g } from './w.ts'",
          `const h = ${word}('./late.ts')`,
          `new Worker(new URL('./worker.ts', ${word}.meta.url))`,
        ].join('\n'),
      ).toSorted(),
    ).toEqual([
      '1 shared/compare/y.ts',
      '10 type shared/compare/w.ts',
      '11 shared/compare/late.ts',
      '12 shared/compare/worker.ts',
      '2 type shared/kernel/index.ts',
      '6 shared/clauses/index.ts',
      '7 shared/compare/style.css',
      '8 pkg/deep',
      '9 shared/compare/z.ts',
    ])
  })

  test('rooms and arrows are read from the table', () => {
    expect(roomOf('server/storage/sqlite/open.ts')).toBe('server/storage/sqlite')
    expect(roomOf('server/program.ts')).toBe('server')
    expect(unitOf('client/features/desk/index.ts')).toBe('client/features/desk')
    expect(roomOf('elsewhere/x.ts')).toBeNull()
    expect(mayImport('shared/kernel', 'shared/clauses')).toBe(false)
    expect(mayImport('shared/api', 'shared/rights')).toBe(true)
    expect(mayImport('server/rooms', 'server/ws')).toBe(false)
    expect(mayImport('server/cli', 'server')).toBe(true)
    expect(mayImport('client/features', 'server/http')).toBe(false)
  })
})
