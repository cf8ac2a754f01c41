import { createServer } from 'node:http'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { build, type Rolldown } from 'vite'

/** The peer's editor on a page of its own. */
export type PeerPage = Readonly<{ url: string; close(): Promise<void> }>

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
/** Two copies of any of these in one page break it in ways that look like slowness. */
const ONE_COPY = /\/node_modules\/(?<package>yjs|lib0|y-protocols|prosemirror-[a-z-]+|@tiptap\/(?:core|y-tiptap))\//

/** Builds the page of bench/peer/page as the product's are built, and serves it on a free port. */
export async function openPeerPage(): Promise<PeerPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'travaux-bench-peer-'))
  const built = await build({
    configFile: false,
    root: 'bench/peer/page',
    logLevel: 'warn',
    mode: 'production',
    build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: false, chunkSizeWarningLimit: 2000 },
  })
  requireOneCopy(chunksOf(built).flatMap(({ moduleIds }) => moduleIds))
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://peer')
    const file = pathname === '/' ? '/index.html' : normalize(pathname)
    readFile(join(outDir, file)).then(
      (bytes) => response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream').end(bytes),
      () => response.writeHead(404).end(),
    )
    return undefined
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the peer’s page has no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(outDir, { recursive: true, force: true })
    },
  }
}

type Built = Awaited<ReturnType<typeof build>>

function chunksOf(built: Built): readonly Rolldown.OutputChunk[] {
  if ('on' in built) throw new Error('a watcher builds nothing')
  return (Array.isArray(built) ? built : [built]).flatMap(({ output }) => output).filter((part) => part.type === 'chunk')
}

function requireOneCopy(moduleIds: readonly string[]): void {
  const folders = new Map<string, Set<string>>()
  for (const id of moduleIds) {
    const found = ONE_COPY.exec(id)
    const name = found?.groups?.['package']
    if (found === null || name === undefined) continue
    folders.set(name, (folders.get(name) ?? new Set()).add(id.slice(0, found.index + found[0].length)))
  }
  const twice = [...folders.values()].filter(({ size }) => size > 1).flatMap((copies) => [...copies])
  if (twice.length > 0 || !folders.has('yjs')) throw new Error(`the peer’s page must hold one copy of each package:\n${twice.join('\n')}`)
}
