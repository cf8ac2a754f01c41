/**
 * Message types on a draft's socket. 0–3 are those of y-websocket (y-protocols); `stored` is ours, server → client,
 * through the provider's public `messageHandlers`: how many of the document frames that came over this socket
 * (sync step 2 and updates, counted from 0 at each connection) are on disk now (rule PR2).
 */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, stored: 10 } as const

/** Sizes and spans that the wire keeps to. */
export const LIMITS = {
  /** The largest websocket frame taken, in bytes. */
  frameBytes: 16 * 1024 * 1024,
  /** The largest awareness frame taken, in bytes: a caret, a name, a delegation. */
  awarenessBytes: 64 * 1024,
  /** The largest file taken in, in bytes. */
  fileBytes: 10 * 1024 * 1024,
  /** How long updates are gathered at most, from one commit to the next, in milliseconds; and how long presence always is. */
  groupCommitMs: 10,
  /** How often the server asks a socket for a sign of life, in milliseconds. */
  heartbeatMs: 20_000,
  /** Sockets one member may hold at once. */
  socketsPerMember: 50,
} as const
