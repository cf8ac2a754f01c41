/**
 * Every reason for which Travaux says no, as a stable id. HTTP, websocket and screen each answer all of them:
 * a new id does not compile until they do.
 */
export const REFUSALS = [
  'not-signed-in',
  'not-a-member',
  'not-allowed',
  'not-found',
  'bad-input',
  'bad-origin',
  'too-large',
  'too-many-attempts',
  'already-set-up',
  'token-invalid',
  'invitation-expired',
  'invitation-revoked',
  'invitation-spent',
  'e-mail-taken',
  'sign-in-failed',
  'unreadable-file',
  'content-missing',
  'content-altered',
  'text-frozen',
  'symbol-taken',
  'client-outdated',
  'frame-malformed',
  'foreign-authorship',
  'marker-deleted',
  'storage-full',
  'storage-failed',
  'shutting-down',
  'internal',
] as const

export type RefusalId = (typeof REFUSALS)[number]

/** Whether `raw` is one of the ids above. */
export const isRefusalId = (raw: unknown): raw is RefusalId => (REFUSALS as readonly unknown[]).includes(raw)

/**
 * An expected "no": thrown by the core, turned into a status, a close code or a sentence by one edge each.
 * `detail` is for the person who meets it (what is wrong, where, what to do); the id is for programs.
 */
export class Refused extends Error {
  readonly id: RefusalId
  readonly detail: string

  constructor(id: RefusalId, detail = '') {
    super(detail === '' ? id : `${id}: ${detail}`)
    this.name = 'Refused'
    this.id = id
    this.detail = detail
  }
}
