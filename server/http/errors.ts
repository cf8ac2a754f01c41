import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Log } from '#server/log.ts'
import type { RefusalView } from '#shared/api/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import { STATUS } from './status.ts'

/** The one edge at which what was thrown becomes an answer. Refusals speak for themselves; anything else is a bug, logged whole and answered without a word of it. */
export const answerErrors = (log: Log) => async (thrown: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
  const refused = thrown instanceof Refused ? thrown : refusalFor(thrown)
  const facts = { requestId: request.id, method: request.method, route: request.routeOptions.url ?? null }
  if (refused === null) {
    log.error({ ...facts, err: thrown }, 'a request failed')
    return send(reply, new Refused('internal', `Something failed on the server. Its operator finds it in the log under ${request.id}.`))
  }
  log.info({ ...facts, refusal: refused.id }, 'refused')
  return send(reply, refused)
}

const send = (reply: FastifyReply, { id, detail }: Refused) => {
  const body: RefusalView = { refusal: id, detail }
  return reply.code(STATUS[id]).send(body)
}

/** What the HTTP library itself refuses, in our words; null for what is a fault of ours. */
function refusalFor(error: FastifyError): Refused | null {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refused('too-large', 'The request is larger than the server takes.')
  const status = error.statusCode ?? 500
  if (status < 400 || status >= 500) return null
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Refused('bad-input', 'The request must be JSON (content-type application/json).')
  return new Refused('bad-input', 'The request cannot be read.')
}
