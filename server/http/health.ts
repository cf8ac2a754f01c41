import type { FastifyInstance } from 'fastify'
import { Refused } from '#shared/kernel/index.ts'
import type { HttpPorts } from './ports.ts'

/** `GET /healthz`: 200 when a write would be stored, 503 with the reason when it would not. */
export function healthRoute(app: FastifyInstance, { storage, log }: Pick<HttpPorts, 'storage' | 'log'>): void {
  let probing: Promise<void> | null = null
  /** However many ask at once, one probe answers them all. */
  const probe = (): Promise<void> => {
    probing ??= storage.probe().finally(() => {
      probing = null
    })
    return probing
  }
  app.get('/healthz', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      await probe()
      return { status: 'ok' }
    } catch (error) {
      const { id, detail } = error instanceof Refused ? error : new Refused('internal')
      if (!(error instanceof Refused)) log.error({ err: error }, 'the storage could not be probed')
      return reply.code(503).send({ status: 'failing', reason: id, detail })
    }
  })
}
