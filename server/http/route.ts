import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Account } from '#server/identity/index.ts'
import { idField } from '#shared/api/index.ts'
import { Refused, invariant } from '#shared/kernel/index.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One request, checked. `id` is the id in its path, '' when the path has none. */
export type Asked<Body> = Readonly<{
  id: string
  query: Readonly<Record<string, string>>
  body: Body
  headers: IncomingHttpHeaders
  ip: string
  setCookies(cookies: readonly string[]): void
}>

/** A value as read-only data: what a handler may answer for a schema's type. */
type Plain<Value> = Value extends string
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Plain<Value[Key]> }
      : Value

/** A path such as `/api/texts/:id`; `body` null = none is read; `answer` null = 204. */
type Route<Body, Answer, Asking> = Readonly<{
  method: Method
  path: string
  body: z.ZodType<Body> | null
  answer: z.ZodType<Answer> | null
  bodyBytes?: number
  reply: (asked: Asking) => Promise<Plain<Answer>>
}>

export type Routes = Readonly<{
  /** A route for anybody. */
  open<Body, Answer = void>(route: Route<Body, Answer, Asked<Body>>): void
  /** A route for those who are signed in; others are refused before their body is read. */
  signedIn<Body, Answer = void>(route: Route<Body, Answer, Asked<Body> & Readonly<{ account: Account }>>): void
}>

declare module 'fastify' {
  interface FastifyContextConfig {
    needsAccount?: boolean
  }
}

/**
 * Adds routes to `app`. Every request is parsed here, once, and every answer is cut to its schema, so that nothing leaves
 * that the API does not name.
 */
export function openRoutes(app: FastifyInstance, accountOf: (headers: IncomingHttpHeaders) => Promise<Account | null>): Routes {
  const accounts = new WeakMap<FastifyRequest, Account>()

  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.needsAccount !== true) return
    const account = await accountOf(request.headers)
    if (account === null) throw new Refused('not-signed-in', 'Sign in first.')
    accounts.set(request, account)
  })

  type Replying<Body, Answer> = (request: FastifyRequest, asked: Asked<Body>) => Promise<Plain<Answer>>
  const add = <Body, Answer>(route: Omit<Route<Body, Answer, never>, 'reply'>, needsAccount: boolean, replyTo: Replying<Body, Answer>) => {
    app.route({
      method: route.method,
      url: route.path,
      config: { needsAccount },
      ...(route.bodyBytes === undefined ? {} : { bodyLimit: route.bodyBytes }),
      handler: async (request, reply) => {
        const value = await replyTo(request, askedBy(request, { reply, schema: route.body }))
        if (route.answer === null) return reply.code(204).send()
        return reply.send(route.answer.parse(value))
      },
    })
  }
  return {
    open: (route) => add(route, false, (_request, asked) => route.reply(asked)),
    signedIn: (route) =>
      add(route, true, (request, asked) => {
        const account = accounts.get(request)
        invariant(account !== undefined, 'a route for the signed-in has an account')
        return route.reply({ ...asked, account })
      }),
  }
}

function askedBy<Body>(request: FastifyRequest, given: Readonly<{ reply: FastifyReply; schema: z.ZodType<Body> | null }>): Asked<Body> {
  return {
    id: idIn(request.params),
    query: queryOf(request.query),
    body: bodyOf(request.body, given.schema),
    headers: request.headers,
    ip: request.ip,
    setCookies: (cookies) => {
      if (cookies.length > 0) given.reply.header('set-cookie', [...cookies])
    },
  }
}

function bodyOf<Body>(raw: unknown, schema: z.ZodType<Body> | null): Body {
  if (schema === null) return undefined as Body // such a route's `Body` is void
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.slice(0, 3).map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
  throw new Refused('bad-input', faults.join('; '))
}

const paramsSchema = z.object({ id: z.string().optional() })

/** What is no id names nothing. */
function idIn(params: unknown): string {
  const { id } = paramsSchema.parse(params)
  if (id !== undefined && !idField.safeParse(id).success) throw new Refused('not-found')
  return id ?? ''
}

const querySchema = z.record(z.string(), z.string())

function queryOf(query: unknown): Readonly<Record<string, string>> {
  const parsed = querySchema.safeParse(query)
  if (!parsed.success) throw new Refused('bad-input', 'A parameter is given twice.')
  return parsed.data
}
