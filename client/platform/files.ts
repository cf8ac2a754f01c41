import { LIMITS } from '#shared/protocol/index.ts'
import { Refused } from '#shared/kernel/index.ts'

/** A file that a person chose, dropped or pasted, as bytes. */
export type ChosenFile = Readonly<{ name: string; bytes: Uint8Array }>

/** Reads a file from disk. Refuses with `too-large` before reading, `unreadable-file` when the disk does not give it. */
export async function readChosen(file: File): Promise<ChosenFile> {
  if (file.size > LIMITS.fileBytes) throw new Refused('too-large')
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    throw new Refused('unreadable-file') // a folder, or a file that was moved meanwhile
  }
}

/** A pasted text as a file. */
export const pastedFile = (name: string, text: string): ChosenFile => ({ name, bytes: new TextEncoder().encode(text) })

const CHUNK_BYTES = 0x8000

/** Bytes in base64, as files travel to the server. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES))
  return btoa(binary)
}
