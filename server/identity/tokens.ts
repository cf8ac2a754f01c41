import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A one-time token for a link's fragment: 256 bits of chance, in characters that need no escaping. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token. Tokens have 256 bits of chance, so a plain hash cannot be searched back. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A whole number from 0 up to but not including `below`, from the system's source of chance. */
export const draw = (below: number): number => randomInt(below)

/** An id for a record: 20 of 36 characters, 103 bits of chance. */
export function newId(): string {
  let id = ''
  for (let i = 0; i < 20; i++) id += ALPHABET.charAt(draw(ALPHABET.length))
  return id
}
