import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import { Refused } from '#shared/kernel/index.ts'
import { arrivalRoutes } from './arrivals.ts'
import { authorshipRoutes } from './authorship.ts'
import { openChronicle } from './chronicle.ts'
import { serveClient } from './client.ts'
import { comparisonRoutes } from './comparisons.ts'
import { openContents } from './content.ts'
import { correctionRoutes } from './corrections.ts'
import { dismissalRoutes } from './dismissals.ts'
import { answerErrors } from './errors.ts'
import { freezingRoutes } from './freezing.ts'
import { securityHeaders } from './headers.ts'
import { healthRoute } from './health.ts'
import { historyRoutes } from './history.ts'
import { invitationRoutes } from './invitations.ts'
import { matrixRoutes } from './matrices.ts'
import { memberRoutes } from './members.ts'
import { negotiationRoutes } from './negotiations.ts'
import type { HttpPorts } from './ports.ts'
import { openPasts } from './past.ts'
import { openPins } from './pins.ts'
import { openRoutes } from './route.ts'
import { sampleRoutes } from './sample.ts'
import { sessionRoutes } from './session.ts'
import { openStanding } from './standing.ts'
import { textRoutes } from './texts.ts'
import { threadRoutes } from './threads.ts'
import { openTurns } from './turns.ts'
import { versionRoutes } from './versions.ts'

/** The largest request body taken where a route names no other, in bytes. */
const BODY_BYTES = 256 * 1024
const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * The whole HTTP side on `ports.server`, ready to listen: the API, `/healthz` and the client's files. Answers every route that it
 * serves, as `GET /api/session`.
 */
export async function buildHttp(ports: HttpPorts): Promise<readonly string[]> {
  const { server, storage, identity, log } = ports
  const app = Fastify({
    serverFactory: (handler) => server.on('request', handler),
    bodyLimit: BODY_BYTES,
    trustProxy: ports.behindProxy ? 'loopback' : false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 64 },
  })
  app.removeContentTypeParser('text/plain')
  app.setErrorHandler(answerErrors(log))
  const served: string[] = []
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) served.push(`${one} ${url}`)
  })

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(request.headers.host))
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    if (!READING.has(request.method) && !ports.allowedOrigin(request.headers.origin, request.headers.host)) {
      throw new Refused('bad-origin', 'This request does not come from a page of this server. If people reach it by another address, set TRAVAUX_PUBLIC_URL to it.')
    }
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? null
    // The route, not the address: an address can hold anything.
    log.info({ requestId: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })

  const routes = openRoutes(app, (headers) => identity.accountOf(headers))
  const standing = openStanding(storage)
  const chronicle = openChronicle({ storage, bus: ports.bus, now: ports.now })
  const kept = { contents: openContents(ports), pasts: openPasts(ports) }
  const shared = { ...standing, ...kept, chronicle, turns: openTurns(), pins: openPins(ports, { ...standing, ...kept }) }
  sessionRoutes(routes, ports, chronicle)
  arrivalRoutes(routes, ports, chronicle)
  negotiationRoutes(routes, ports, shared)
  invitationRoutes(routes, ports, shared)
  memberRoutes(routes, ports, shared)
  sampleRoutes(routes, ports, shared)
  textRoutes(routes, ports, shared)
  versionRoutes(routes, ports, shared)
  historyRoutes(routes, ports, shared)
  freezingRoutes(routes, ports, shared)
  comparisonRoutes(routes, ports, shared)
  correctionRoutes(routes, ports, shared)
  matrixRoutes(routes, ports, shared)
  threadRoutes(routes, ports, shared)
  authorshipRoutes(routes, ports, shared)
  dismissalRoutes(routes, ports, shared)
  healthRoute(app, ports)
  await serveClient(app, ports.clientDir)
  await app.ready()
  return served
}
