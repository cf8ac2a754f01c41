import * as Y from 'yjs'
import { enter, type Entry } from '../crowd/dialects.ts'

/** Another drafter of the draft that is on the page, without a page of their own. */
export type Other = Readonly<{
  /** Moves the caret to somewhere else in the text. */
  move(): void
  /** Types a character somewhere else in the text. */
  type(): void
  leave(): void
}>

/** Awareness field of a caret in the product; its places are relative positions in hexadecimal. */
const CARET = 'cursor'

/** Sits down in the room of `entry`. `seed`: a whole number; the same one goes to the same places. */
export async function otherIn(entry: Entry, seed: number): Promise<Other> {
  const doc = new Y.Doc()
  const { awareness, leave } = await enter(entry, doc)
  let state = seed
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
  const body = doc.getText('body')
  const page = doc.getXmlFragment('default')
  return {
    move() {
      const place = hex(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(body, 2 + below(body.length - 2), -1)))
      awareness?.setLocalStateField(CARET, { anchor: place, head: place })
    },
    type() {
      if (entry.server === 'travaux') return body.insert(2 + below(body.length - 2), 'e')
      const words = (page.get(below(page.length)) as Y.XmlElement).get(0) as Y.XmlText
      words.insert(below(words.length), 'e')
    },
    leave,
  }
}
