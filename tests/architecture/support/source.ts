import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folders that the rules of the house hold for. */
const TOP_FOLDERS = ['client', 'server', 'shared', 'tests', 'bench'] as const
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const SKIPPED = new Set(['node_modules', 'dist', 'data', 'reports'])

/** A file of the project; `path` from the root of the repository, with slashes. */
export type SourceFile = Readonly<{ path: string; text: string }>

/** One import or re-export. `to` is a path from the root for our own files, the bare name for a package. */
export type ImportEdge = Readonly<{ from: string; to: string; line: number; isOwn: boolean; isType: boolean }>

const toPath = (file: string): string => relative(ROOT, file).split(sep).join(posix.sep)

function walk(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
}

const ALL_PATHS: readonly string[] = TOP_FOLDERS.flatMap((folder) => walk(join(ROOT, folder))).map(toPath)

export const readSource = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Every TypeScript file below the five folders, by path. */
export const SOURCES: ReadonlyMap<string, SourceFile> = new Map(
  ALL_PATHS.filter((path) => /\.tsx?$/.test(path)).map((path) => [path, { path, text: readSource(path) }]),
)

/** Every SPEC.md of the tree. */
export const SPECS: readonly SourceFile[] = ALL_PATHS.filter((path) => posix.basename(path) === 'SPEC.md').map(
  (path) => ({ path, text: readSource(path) }),
)

const STATEMENTS = [
  // import … from 'x', export … from 'x', types included
  /^[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s*['"](?<target>[^'"]+)['"]/gm,
  /^[ \t]*import\s*['"](?<target>[^'"]+)['"]/gm,
  /\bimport\(\s*['"](?<target>[^'"]+)['"]\s*\)/g,
  // a worker's file
  /\bnew URL\(\s*['"](?<target>\.[^'"]+\.tsx?)['"]\s*,\s*import\.meta\.url\s*\)/g,
]

/** Where an import is written, for messages: "shared/x.ts:12". */
export const at = ({ from, line }: ImportEdge): string => `${from}:${line}`

/** Where `target`, as written in the file `from`, leads. */
function resolve(from: string, target: string): Pick<ImportEdge, 'to' | 'isOwn'> {
  const bare = target.replace(/\?.*$/, '')
  if (bare.startsWith('#')) return { to: bare.slice(1), isOwn: true }
  if (bare.startsWith('.')) return { to: posix.normalize(posix.join(posix.dirname(from), bare)), isOwn: true }
  return { to: bare, isOwn: false }
}

/** The imports written in a file. Comments are not skipped: a commented-out import counts, and should go. */
export function importsOf({ path, text }: SourceFile): readonly ImportEdge[] {
  return STATEMENTS.flatMap((statement) =>
    [...text.matchAll(statement)].map((match): ImportEdge => {
      const line = text.slice(0, match.index + match[0].length).split('\n').length
      const isType = /^\s*(?:import|export)\s+type\b/.test(match[0])
      return { from: path, line, isType, ...resolve(path, match.groups?.['target'] ?? '') }
    }),
  )
}

/** Every import of the project. */
export const IMPORTS: readonly ImportEdge[] = [...SOURCES.values()].flatMap(importsOf)
