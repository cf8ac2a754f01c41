import { chmod, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { REFUSALS, Refused } from '#shared/kernel/index.ts'

/**
 * A door for whoever may write in the data folder: a Unix socket in it, readable by its owner alone, through which `travaux`
 * on the command line asks a running server. One line of JSON in, one line out.
 */
const question = z.object({ ask: z.literal('reset-access'), email: z.string().max(300) })
export type Question = z.infer<typeof question>

const answer = z.union([
  z.object({ link: z.string(), expiresAt: z.string() }),
  z.object({ refusal: z.enum(REFUSALS), detail: z.string() }),
])
export type Answer = Readonly<{ link: string; expiresAt: string }>

const LINE_BYTES = 4096
/** What the system takes as the path of a socket, in bytes; the shortest limit among them is macOS's. */
const PATH_BYTES = 103

export const doorPath = (dataDir: string): string => join(dataDir, 'operator.sock')

/**
 * Opens the door of `dataDir`. Null when the folder's path is too long for a socket: then the command line works only while
 * the server is stopped. What was left by a killed process is replaced: the folder's lock says that it is ours.
 */
export async function openDoor(
  dataDir: string,
  reply: (asked: Question) => Promise<Answer>,
): Promise<Readonly<{ close(): Promise<void> }> | null> {
  const path = doorPath(dataDir)
  if (Buffer.byteLength(path) > PATH_BYTES) return null
  await rm(path, { force: true })
  const guests = new Set<Socket>()
  const server = createServer((guest) => {
    guests.add(guest)
    guest.on('close', () => guests.delete(guest))
    guest.on('error', () => guest.destroy()) // it hung up: nobody is left to answer
    let bytes = 0
    guest.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > LINE_BYTES) guest.destroy()
    })
    createInterface({ input: guest }).once('line', (line) => void answerLine(line, guest, reply))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  await chmod(path, 0o600)
  return {
    close: async () => {
      for (const guest of guests) guest.destroy()
      await new Promise((resolve) => server.close(resolve))
      await rm(path, { force: true }).catch(() => undefined) // on a disk that takes no change any more; the next start replaces it
    },
  }
}

async function answerLine(line: string, guest: Socket, reply: (asked: Question) => Promise<Answer>): Promise<void> {
  let said: z.infer<typeof answer>
  try {
    said = await reply(question.parse(JSON.parse(line)))
  } catch (error) {
    const { id, detail } = error instanceof Refused ? error : new Refused('internal', 'The server could not do that; see its log.')
    said = { refusal: id, detail }
  }
  guest.end(`${JSON.stringify(said)}\n`)
}

/** Asks the server that runs on `dataDir`; null when none does. Rejects with the server's refusal. */
export async function askOperator(dataDir: string, asked: Question): Promise<Answer | null> {
  const line = await new Promise<string | null>((resolve, reject) => {
    const guest = connect(doorPath(dataDir))
    guest.once('error', (error) => ('code' in error && NOBODY.has(String(error.code)) ? resolve(null) : reject(error)))
    guest.once('connect', () => guest.write(`${JSON.stringify(asked)}\n`))
    const lines = createInterface({ input: guest })
    lines.once('line', resolve)
    lines.once('close', () => resolve(''))
    lines.on('error', reject)
  })
  if (line === null) return null
  if (line === '') throw new Refused('shutting-down', 'The server hung up. Try again.')
  const said = answer.parse(JSON.parse(line))
  if ('refusal' in said) throw new Refused(said.refusal, said.detail)
  return said
}

const NOBODY: ReadonlySet<string> = new Set(['ENOENT', 'ECONNREFUSED', 'EINVAL', 'ENAMETOOLONG'])
