import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
type Id = Readonly<{ client: number; clock: number }>
/** Clocks `from`–`to` of one client, out of one struct, and what they take when they are written. */
type Stretch = Readonly<{ struct: Struct; from: number; to: number }>
type Piece = Stretch & Readonly<{ bytes: number }>
type Deletion = Readonly<{ client: number; clock: number; len: number }>

/** What a part costs beside its structs, in bytes: counts, client ids and clocks as variable-length numbers. */
const PART_BYTES = 16
const RUN_BYTES = 16
const DELETION_BYTES = 32

/** The structs of one update, each behind all that it stands on. */
class Ordering {
  readonly ordered: Struct[] = []
  readonly #byClient = new Map<number, Struct[]>()
  readonly #next = new Map<number, number>()

  constructor(structs: readonly Struct[]) {
    for (const struct of structs) {
      const list = this.#byClient.get(struct.id.client)
      if (list) list.push(struct)
      else this.#byClient.set(struct.id.client, [struct])
    }
    for (const client of this.#byClient.keys()) this.#take(client)
  }

  /** Puts all of `client` in order, and first of other clients what each struct stands on; without recursion, for long chains. */
  #take(client: number): void {
    const stack: { client: number; through: number }[] = [{ client, through: Infinity }]
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const struct = this.#byClient.get(top.client)?.[this.#next.get(top.client) ?? 0]
      if (struct === undefined || struct.id.clock > top.through) {
        stack.pop()
        continue
      }
      const missing = groundsOf(struct).find((ground) => this.#isAhead(ground) && !stack.some((below) => below.client === ground.client))
      if (missing !== undefined) stack.push({ client: missing.client, through: missing.clock })
      else {
        this.ordered.push(struct)
        this.#next.set(top.client, (this.#next.get(top.client) ?? 0) + 1)
      }
    }
  }

  /** Whether `id` is in the update and not yet in order. */
  #isAhead({ client, clock }: Id): boolean {
    const list = this.#byClient.get(client)
    const next = list?.[this.#next.get(client) ?? 0]
    const last = list?.at(-1)
    return next !== undefined && last !== undefined && clock >= next.id.clock && clock < last.id.clock + last.length
  }
}

/** What of other clients `struct` names as its origins or its parent. */
function groundsOf(struct: Struct): readonly Id[] {
  if (!(struct instanceof Y.Item)) return []
  const parent: unknown = struct.parent // an id, a root's name, or null before it is integrated
  const grounds: readonly (Id | null)[] = [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null]
  return grounds.filter((ground) => ground !== null && ground.client !== struct.id.client) as Id[]
}

/** A stretch as Yjs writes it: the struct itself, from an offset on, and cut at its end where it goes on behind. */
function writePiece(encoder: Y.UpdateEncoderV1, { struct, from, to }: Stretch): void {
  if (to === struct.length || !(struct instanceof Y.Item)) return struct.write(encoder, from)
  const content = struct.content.copy()
  content.splice(to) // keeps what is in front; what it returns is behind
  const { id, origin, rightOrigin, parent, parentSub } = struct
  new Y.Item(id, null, origin, null, rightOrigin, parent, parentSub, content).write(encoder, from)
}

function measured(stretch: Stretch): Piece {
  const encoder = new Y.UpdateEncoderV1()
  writePiece(encoder, stretch)
  return { ...stretch, bytes: encoding.length(encoder.restEncoder) }
}

/** Whether Yjs may cut `struct` at `offset`: words not within a surrogate pair, and nothing else. */
function mayCut(struct: Struct, offset: number): boolean {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return false
  return !/[\uD800-\uDBFF]/.test(struct.content.str.charAt(offset - 1))
}

/** `struct` in pieces of at most `room` bytes each; null when it cannot be cut so. */
function piecesOf(struct: Struct, room: number): readonly Piece[] | null {
  const whole = measured({ struct, from: 0, to: struct.length })
  if (whole.bytes <= room) return [whole]
  const pieces: Piece[] = []
  for (let from = 0; from < struct.length; ) {
    // Three bytes hold every UTF-16 unit; the rest is what stands before the words.
    let to = Math.min(struct.length, from + Math.max(1, Math.floor((room - RUN_BYTES * 4) / 3)))
    if (to < struct.length && !mayCut(struct, to)) to--
    if (to <= from || (to < struct.length && !mayCut(struct, to))) return null
    const piece = measured({ struct, from, to })
    if (piece.bytes > room) return null
    pieces.push(piece)
    from = to
  }
  return pieces
}

const writeNumber = ({ restEncoder }: Y.UpdateEncoderV1, value: number): void => encoding.writeVarUint(restEncoder, value)

/** One update out of `pieces`, in their order for each client, and `deletions`. */
function encode(pieces: readonly Piece[], deletions: readonly Deletion[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const runs = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const run = runs.get(piece.struct.id.client)
    if (run) run.push(piece)
    else runs.set(piece.struct.id.client, [piece])
  }
  writeNumber(encoder, runs.size)
  for (const [client, run] of [...runs].sort(([left], [right]) => right - left)) {
    const [first] = run
    writeNumber(encoder, run.length)
    encoder.writeClient(client)
    writeNumber(encoder, (first?.struct.id.clock ?? 0) + (first?.from ?? 0))
    for (const piece of run) writePiece(encoder, piece)
  }
  const byClient = new Map<number, Deletion[]>()
  for (const deletion of deletions) byClient.set(deletion.client, [...(byClient.get(deletion.client) ?? []), deletion])
  writeNumber(encoder, byClient.size)
  for (const [client, ranges] of byClient) {
    encoder.resetDsCurVal()
    writeNumber(encoder, client)
    writeNumber(encoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return encoder.toUint8Array()
}

/** Gathers parts of at most `maxBytes`. */
class Packing {
  readonly parts: Uint8Array[] = []
  readonly #room: number
  #pieces: Piece[] = []
  #deletions: Deletion[] = []
  #bytes = 0
  /** Where each client's run in the part under way ends: a run has no gaps. */
  #ends = new Map<number, number>()

  constructor(maxBytes: number) {
    this.#room = maxBytes - PART_BYTES
  }

  add(piece: Piece): void {
    const { client, clock } = piece.struct.id
    const end = this.#ends.get(client)
    const bytes = piece.bytes + (end === undefined ? RUN_BYTES : 0)
    if (this.#bytes + bytes > this.#room || (end !== undefined && end !== clock + piece.from)) this.close()
    this.#bytes += piece.bytes + (this.#ends.has(client) ? 0 : RUN_BYTES)
    this.#ends.set(client, clock + piece.to)
    this.#pieces.push(piece)
  }

  delete(deletion: Deletion): void {
    if (this.#bytes + DELETION_BYTES > this.#room) this.close()
    this.#bytes += DELETION_BYTES
    this.#deletions.push(deletion)
  }

  close(): void {
    if (this.#pieces.length > 0 || this.#deletions.length > 0) this.parts.push(encode(this.#pieces, this.#deletions))
    this.#pieces = []
    this.#deletions = []
    this.#bytes = 0
    this.#ends = new Map()
  }
}

/**
 * `update` (Yjs, version 1) as updates of at most `maxBytes` each that say the same when they are applied in order; itself when
 * it fits. Each stands on the parts before it and on what `update` stood on, so that none waits in memory for a later one;
 * deletions come last. Words are cut where they must be; null when something that cannot be cut is larger than a part.
 */
export function splitUpdate(update: Uint8Array, maxBytes: number): readonly Uint8Array[] | null {
  if (update.length <= maxBytes) return [update]
  const { structs, ds } = Y.decodeUpdate(update)
  const packing = new Packing(maxBytes)
  for (const struct of new Ordering(structs).ordered) {
    if (struct instanceof Y.Skip) continue
    const pieces = piecesOf(struct, maxBytes - PART_BYTES - RUN_BYTES)
    if (pieces === null) return null
    for (const piece of pieces) packing.add(piece)
  }
  for (const [client, ranges] of ds.clients) for (const { clock, len } of ranges) packing.delete({ client, clock, len })
  packing.close()
  return packing.parts
}
