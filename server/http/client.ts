import { access } from 'node:fs/promises'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Refused } from '#shared/kernel/index.ts'

/** Serves the built client of `clientDir`: hashed files for good, the page itself always fresh and for every address that is not a file. */
export async function serveClient(app: FastifyInstance, clientDir: string): Promise<void> {
  const isBuilt = await access(join(clientDir, 'index.html')).then(
    () => true,
    () => false,
  )
  if (isBuilt) {
    const hashed = join(clientDir, 'assets') + sep
    await app.register(fastifyStatic, {
      root: clientDir,
      index: false,
      wildcard: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.startsWith(hashed) ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler(async (request, reply) => {
    const [path = ''] = request.url.split('?')
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !/^\/(?:api|live|assets|healthz)(?:\/|$)/.test(path)
    if (!isPage) throw new Refused('not-found', 'There is nothing at this address.')
    if (!isBuilt) throw new Refused('not-found', 'The pages are not built. Run `npm start`, or `npm run build`, and start again.')
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
