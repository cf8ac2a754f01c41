import type { Incoming, Outgoing, Rooms, Seat } from '#server/rooms/index.ts'
import type { CloseReason, PresentMember } from '#shared/protocol/index.ts'
import * as Y from 'yjs'

type Hearing = Readonly<{ message: Outgoing; seatNumber: number }>

/**
 * Somebody at a screen, as an unmodified provider behaves, with both directions of the line in queues that a test empties.
 * Nothing of the room is stubbed: it hears real messages and its answers enter a real Y.Doc.
 */
export class Drafter {
  readonly doc = new Y.Doc()
  readonly member: PresentMember
  readonly inbox: Hearing[] = []
  outbox: Incoming[] = []
  /** Updates sent over the present line, in order: what `stored` counts. */
  sent: Uint8Array[] = []
  stored = 0
  closed: CloseReason | null = null
  awareness: Outgoing[] = []
  readonly #rooms: () => Rooms
  readonly #canEdit: boolean
  #seat: Seat | null = null
  #seatNumber = 0

  constructor(rooms: () => Rooms, { name, client, canEdit = true, delegation = 'Portugal' }: Readonly<{ name: string; client: number; canEdit?: boolean; delegation?: string }>) {
    this.#rooms = rooms
    this.#canEdit = canEdit
    this.member = { memberId: name, name, delegation, colour: 1 }
    this.doc.clientID = client
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'wire' && this.#seat !== null) this.#send({ kind: 'update', update })
    })
  }

  get isSeated(): boolean {
    return this.#seat !== null
  }

  async sits(textId = 'draft1'): Promise<void> {
    const seatNumber = ++this.#seatNumber
    this.closed = null
    this.sent = []
    this.stored = 0
    this.outbox = []
    this.#seat = await this.#rooms().take(textId, {
      member: this.member,
      canEdit: this.#canEdit,
      send: (message) => this.inbox.push({ message, seatNumber }),
      close: (reason) => {
        if (seatNumber !== this.#seatNumber) return
        this.closed = reason
        this.#seat = null
      },
    })
    this.#send({ kind: 'state-vector', vector: Y.encodeStateVector(this.doc) })
  }

  /** The line breaks: what is under way in either direction is lost. */
  leaves(): void {
    this.#seat?.leave()
    this.#seat = null
    this.#seatNumber++
    this.inbox.length = 0
    this.outbox = []
  }

  /** Says something no provider says by itself. */
  says(message: Incoming): void {
    this.#seat?.hear(message)
  }

  /** Delivers `count` of the messages under way to the room. */
  speaks(count = Infinity): void {
    for (const message of this.outbox.splice(0, count)) this.#seat?.hear(message)
  }

  /** Takes in `count` of the messages under way from the room. */
  listens(count = Infinity): void {
    for (const { message, seatNumber } of this.inbox.splice(0, count)) if (seatNumber === this.#seatNumber) this.#hear(message)
  }

  repeatsStored(): void {
    this.#seat?.repeatStored()
  }

  #send(message: Incoming): void {
    if (message.kind === 'update') this.sent.push(message.update)
    this.outbox.push(message)
  }

  #hear(message: Outgoing): void {
    if (message.kind === 'state-vector') this.#send({ kind: 'update', update: Y.encodeStateAsUpdate(this.doc, message.vector) })
    else if (message.kind === 'stored') this.stored = message.count
    else if (message.kind === 'awareness') this.awareness.push(message)
    else Y.applyUpdate(this.doc, message.update, 'wire')
  }
}
