import * as Y from 'yjs'
import { nestsDeeper } from '#shared/kernel/index.ts'

/** What honest work never comes near, and beyond which Yjs, or whoever reads the draft, breaks or slows down for everybody (DC18). */
export const BOUNDS = {
  /** The end of what one client has written or deleted, in units. */
  clock: 2 ** 31,
  /** Lists and objects in one value: an embed, a format, an entry of the log. */
  levels: 16,
  /** Shared types in one another; a draft's own are two deep. */
  typesDeep: 6,
  /** Letters in the name of a root, of a key or of a format. */
  nameLength: 200,
  /** Clients that one update may name for the first time: a member has one a visit. */
  newClients: 1_000,
  /** Bytes that Yjs holds back of a draft until what they stand on is here: it goes through all of them with every update. */
  waitingBytes: 2 ** 18,
} as const

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** Whether `struct` alone, wherever it stands, is beyond the bounds. */
export function isBeyondBounds(struct: Struct): boolean {
  if (struct.id.clock + struct.length > BOUNDS.clock) return true
  if (!(struct instanceof Y.Item)) return false
  const { content, parentSub } = struct
  const parent: unknown = struct.parent // a root's name before it is integrated, or an id
  if ((typeof parent === 'string' && parent.length > BOUNDS.nameLength) || (parentSub !== null && parentSub.length > BOUNDS.nameLength)) return true
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr.some((value) => nestsDeeper(value, BOUNDS.levels))
  if (content instanceof Y.ContentEmbed) return nestsDeeper(content.embed, BOUNDS.levels)
  if (content instanceof Y.ContentFormat) return content.key.length > BOUNDS.nameLength || nestsDeeper(content.value, BOUNDS.levels)
  return content instanceof Y.ContentDoc
}
