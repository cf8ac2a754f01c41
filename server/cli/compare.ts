import { createHash } from 'node:crypto'
import { readFile as readBytes, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import type { Outside } from '#server/serve.ts'
import { compareTexts } from '#shared/compare/index.ts'
import { COLOUR_INK, PLAIN_INK, correlationTable, readClauses, redlinePage, redlineText, resultOf, sheetOf, sideIds, type ComparisonJson, type Pin, type Sheet, type SideName } from '#shared/exports/index.ts'
import { readFile } from '#shared/formats/index.ts'
import { Refused, unreachable } from '#shared/kernel/index.ts'

const FORMATS = ['json', 'html', 'text', 'csv'] as const
type Format = (typeof FORMATS)[number]
const ENDINGS: Readonly<Record<string, Format>> = { '.json': 'json', '.html': 'html', '.htm': 'html', '.txt': 'text', '.csv': 'csv' }

/** An earlier result holds both texts, their redlines and more; a text or page has its own, lower limit. */
const MAX_JSON_BYTES = 100 * 1024 * 1024

type Asked = Readonly<{ base: string; revised: string; format: Format; to: string | null; isQuiet: boolean }>

/** What `travaux compare` is asked by its arguments; a sentence when that makes no sense. */
export function compareArguments(args: readonly string[]): Asked | string {
  const files: string[] = []
  let [format, to, isQuiet]: [Format | null, string | null, boolean] = [null, null, false]
  const rest = args.flatMap((argument) => (/^--(?:format|output)=/v.test(argument) ? argument.split(/=(.*)/sv, 2) : [argument]))
  for (let at = 0; at < rest.length; at++) {
    const argument = rest[at] ?? ''
    if (argument === '--quiet') isQuiet = true
    else if (argument === '--format') {
      const wanted = rest[++at]
      const known = FORMATS.find((one) => one === wanted)
      if (known === undefined) return `--format needs one of ${FORMATS.join(', ')}${wanted === undefined ? '' : `, not "${wanted}"`}.`
      format = known
    } else if (argument === '-o' || argument === '--output') {
      to = rest[++at] ?? null
      if (to === null) return `${argument} needs the name of a file to write.`
    } else if (argument.startsWith('-')) return `"${argument}" is nothing that compare knows.`
    else files.push(argument)
  }
  const [base, revised] = files
  if (base === undefined || revised === undefined || files.length > 2) return 'compare needs two files: the base and the revised text.'
  if (format === null && to !== null) {
    format = ENDINGS[extname(to).toLowerCase()] ?? null
    if (format === null) return `"${basename(to)}" does not say in which format to write: add --format.`
  }
  return { base, revised, format: format ?? 'text', to, isQuiet }
}

/**
 * Compares two files and writes the result. Ends with exit code 0; 2 when a file cannot be read or written, with a sentence
 * and the refusal's id, and then nothing is written.
 */
export async function compare({ base, revised, format, to, isQuiet }: Asked, { write, complain, exit, terminal, cwd, env }: Outside): Promise<void> {
  const say = (what: string): void => {
    if (terminal?.err === true && !isQuiet) complain(`\r\u001B[K${what}`)
  }
  try {
    say('Reading the base…')
    const one = await sheetIn(resolve(cwd ?? '.', base), 'base')
    say('Reading the revised text…')
    const other = await sheetIn(resolve(cwd ?? '.', revised), 'revised')
    say('Comparing…')
    const result = resultOf({ base: one.sheet, revised: other.sheet, comparison: compareTexts(one.sheet.text, other.sheet.text) })
    say('Writing…')
    const inColour = to === null && terminal?.out === true && (env['NO_COLOR'] ?? '') === ''
    const written = writtenAs(format, result, { base: one, revised: other, inColour })
    if (to === null) write(written)
    else await writeWhole(resolve(cwd ?? '.', to), written)
    say('')
    exit(0)
  } catch (error) {
    say('')
    const sentence = sentenceOf(error)
    if (sentence === null) throw error
    complain(`travaux: ${sentence}\n`)
    exit(2)
  }
}

type Read = Readonly<{ sheet: Sheet; name: string; hash: string }>

/** A file as one side: a text, a page, or clauses as JSON. */
async function sheetIn(path: string, side: SideName): Promise<Read> {
  const name = basename(path)
  const found = await stat(path)
  if (found.isDirectory()) throw new Refused('unreadable-file', `“${name}” is a folder, not a file.`)
  const { size } = found
  if (size > MAX_JSON_BYTES) throw new Refused('too-large', `“${name}” has ${(size / 1024 / 1024).toFixed(1)} MB; files of up to ${MAX_JSON_BYTES / 1024 / 1024} MB are read.`)
  const bytes = await readBytes(path)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const json = jsonIn(name, bytes)
  if (json !== null) return { sheet: readClauses(json, { name, side }), name, hash }
  const { text } = readFile({ name, bytes, newId: sideIds(side) })
  const letter = side === 'base' ? 'b' : 'r'
  return { sheet: sheetOf({ text }, (_id, index) => `${letter}${index + 1}`), name, hash }
}

/** What the file says as JSON; null when it is none by its name and its first sign. */
function jsonIn(name: string, bytes: Uint8Array): unknown {
  const isNamed = /\.json$/iv.test(name)
  if (!isNamed && !/^\uFEFF?\s*\{\s*"/v.test(new TextDecoder().decode(bytes.subarray(0, 256)))) return null
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new Refused('unreadable-file', `“${name}” is not JSON that can be read (${error instanceof Error ? error.message : String(error)}).`)
  }
}

function writtenAs(format: Format, result: ComparisonJson, { base, revised, inColour }: Readonly<{ base: Read; revised: Read; inColour: boolean }>): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(result, null, 1)}\n`
    case 'csv':
      return correlationTable(result)
    case 'text':
      return redlineText(result, inColour ? COLOUR_INK : PLAIN_INK)
    case 'html': {
      const pin = ({ sheet, name, hash }: Read): Pin => ({ title: sheet.side.title === '' ? name : sheet.side.title, version: name, hash: `SHA-256 of the file: ${hash}` })
      return redlinePage(result, { base: pin(base), revised: pin(revised), made: new Date().toISOString().slice(0, 10) })
    }
    default:
      return unreachable(format)
  }
}

/** Writes the whole file or nothing: a reader never meets a half. */
async function writeWhole(path: string, content: string): Promise<void> {
  const draft = `${path}.${process.pid}.part`
  try {
    await writeFile(draft, content, { flag: 'wx' })
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** What is wrong with a file, in words; null for a fault of the program. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof Refused) return `${error.detail ?? error.id} [${error.id}]`
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return null
  const path = String(error.path)
  const why = FILE_FAULTS[String(error.code)]
  return why === undefined ? `${path}: ${error.message}` : `${path} ${why}`
}

const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there.',
  EACCES: 'may not be read or written by you.',
  EROFS: 'stands on a medium that cannot be written on.',
  ENOSPC: 'cannot be written: the disk is full.',
}
