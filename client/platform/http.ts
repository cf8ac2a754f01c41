import { z } from 'zod'
import { refusalView } from '#shared/api/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import { AnswerUnknown, Unreached } from './failure.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One request to the server. `answer` is the schema that its body must fit; without one the body is not read. */
export type Call<Answer> = Readonly<{
  method?: Method
  body?: unknown
  answer: z.ZodType<Answer>
  signal?: AbortSignal | undefined
}>

/** The answer of calls that answer nothing of interest. */
export const nothing = z.unknown().transform((): null => null)

/**
 * Sends one request and answers its parsed body. Rejects with `Refused` when the server says no, `Unreached` when it
 * cannot be reached, `AnswerUnknown` when its answer fits no schema, and as `fetch` does when `signal` aborts.
 */
export async function call<Answer>(path: string, { method = 'GET', body, answer, signal }: Call<Answer>): Promise<Answer> {
  const response = await send(path, {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  })
  const raw = parseJson(await response.text(), path)
  if (!response.ok) throw refusalOf(raw, `${method} ${path} ${response.status}`)
  const parsed = answer.safeParse(raw)
  if (!parsed.success) throw new AnswerUnknown(`${method} ${path}`, parsed.error)
  return parsed.data
}

async function send(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, request)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Unreached(cause)
  }
}

function parseJson(text: string, path: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AnswerUnknown(path, cause)
  }
}

function refusalOf(raw: unknown, what: string): Error {
  const refusal = refusalView.safeParse(raw)
  return refusal.success ? new Refused(refusal.data.refusal, refusal.data.detail) : new AnswerUnknown(what, refusal.error)
}
