import type { RefusalId } from '#shared/kernel/index.ts'

/** Why a socket was closed, as both ends read it. `retry`: whether connecting again unchanged can help. */
export type CloseReason = Readonly<{ code: number; reason: RefusalId | 'access-changed'; retry: boolean }>

/**
 * What the server closes a socket with, for each refusal that can meet a socket. An unmodified y-websocket provider gives up on
 * 4400–4499 and tries again on 4500–4599, so `retry` and the code say the same (PR3).
 */
export const CLOSE = {
  'frame-malformed': { code: 4400, reason: 'frame-malformed', retry: false },
  'not-signed-in': { code: 4401, reason: 'not-signed-in', retry: false },
  'not-a-member': { code: 4402, reason: 'not-a-member', retry: false },
  'not-allowed': { code: 4403, reason: 'not-allowed', retry: false },
  'not-found': { code: 4404, reason: 'not-found', retry: false },
  'foreign-authorship': { code: 4409, reason: 'foreign-authorship', retry: false },
  'marker-deleted': { code: 4410, reason: 'marker-deleted', retry: false },
  'too-large': { code: 4413, reason: 'too-large', retry: false },
  'text-frozen': { code: 4423, reason: 'text-frozen', retry: false },
  'client-outdated': { code: 4426, reason: 'client-outdated', retry: false },
  internal: { code: 4500, reason: 'internal', retry: true },
  'shutting-down': { code: 4501, reason: 'shutting-down', retry: true },
  'access-changed': { code: 4502, reason: 'access-changed', retry: true },
  'too-many-attempts': { code: 4529, reason: 'too-many-attempts', retry: true },
  'storage-full': { code: 4507, reason: 'storage-full', retry: true },
  'storage-failed': { code: 4503, reason: 'storage-failed', retry: true },
} as const satisfies Partial<Record<RefusalId | 'access-changed', CloseReason>>

export type CloseId = keyof typeof CLOSE

const BY_CODE: ReadonlyMap<number, CloseReason> = new Map(Object.values(CLOSE).map((close) => [close.code, close]))

/** The reason behind a close code of ours, or null for any other code (a lost line, say: try again). */
export const closeReasonOf = (code: number): CloseReason | null => BY_CODE.get(code) ?? null

/** What to close a socket with when it met refusal `id`. */
export const closeFor = (id: RefusalId): CloseReason => (id in CLOSE ? CLOSE[id as CloseId] : CLOSE.internal)
