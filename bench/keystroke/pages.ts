import { chromium, type Browser, type Page } from 'playwright-core'
import * as Y from 'yjs'
import { isDivision } from '../../shared/clauses/index.ts'
// It brings the product's own Yjs along, which warns of the second; nothing of the two is mixed here.
import { SCHEMA_VERSION } from '../../shared/document/index.ts'
import { LIVE_PATH, draftRoom } from '../../shared/protocol/index.ts'
import { enter, type Entry } from '../crowd/dialects.ts'
import { clausesOf } from '../support/corpus.ts'
import { openHouse, type House } from '../support/house.ts'
import { largeDraft } from '../support/large-draft.ts'
import { openPeerPage } from '../support/peer-page.ts'
import { openPeerServer } from '../support/peer-server.ts'

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const ANNOTATIONS = 500
export const OPENS_WITHIN_MS = 60_000

/** The large draft open to two editors, each on its own server: the product with everything on the page, and the peer bare. */
export type Setting = Readonly<{
  clauses: number
  /** A page in a browser of its own with nothing kept, before it is sent anywhere. */
  newPage(side: Side): Promise<Page>
  urlOf(side: Side): string
  /** The room of the text, for a drafter with `cookie`. */
  entryOf(side: Side, cookie: string): Entry
  house: House
  close(): Promise<void>
}>
export type Side = 'ours' | 'peer'

export const PEER = 'Tiptap 3.31.3 StarterKit + Collaboration over y-websocket'

/** Starts servers and browser, brings the text in on both sides and comments on it on ours. */
export async function openSetting(): Promise<Setting> {
  const undo: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const draft = largeDraft()
    const { clauses } = clausesOf(draft, 1)
    const house = await openHouse()
    undo.push(house.close)
    const [page, server] = [await openPeerPage(), await openPeerServer()]
    undo.push(page.close, server.close)
    const browser: Browser = await chromium.launch({ executablePath: process.env['TRAVAUX_BROWSER'] ?? '/usr/bin/chromium', args: FLAGS })
    undo.push(() => browser.close())
    const textId = await house.bringIn('Draft convention', draft.source)
    const room = `${house.url.replace('http', 'ws')}${LIVE_PATH}/${draftRoom(textId)}?schema=${SCHEMA_VERSION}`
    const entryOf = (side: Side, cookie: string): Entry =>
      side === 'ours' ? { server: 'travaux', url: room, headers: { cookie, origin: house.url } } : { server: 'y-websocket', url: server.url, headers: {} }
    await house.annotate(textId, ANNOTATIONS, await placesIn(entryOf('ours', house.cookie)))
    await fill(entryOf('peer', ''), clauses.map(({ kind, text }) => ({ isHeading: isDivision(kind), text })))
    return {
      clauses: clauses.length,
      house,
      entryOf,
      urlOf: (side) => (side === 'ours' ? `${house.url}/n/${house.negotiationId}/t/${textId}` : `${page.url}?room=${encodeURIComponent(`${server.url}/draft`)}`),
      async newPage(side) {
        const context = await browser.newContext({ viewport: { width: 1366, height: 820 } })
        if (side === 'ours') await context.addCookies(cookiesOf(house))
        return context.newPage()
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

const cookiesOf = ({ cookie, url }: House) =>
  cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })

/** How anchors name places of the draft (relative positions in base64): the `offset`th character of the clause called `id`. */
async function placesIn(entry: Entry): Promise<(id: string, offset: number) => string> {
  const doc = new Y.Doc()
  const { leave } = await enter(entry, doc)
  leave()
  const body = doc.getText('body')
  const starts = new Map<string, number>()
  let at = 0
  for (const { insert } of body.toDelta() as readonly { insert: string | { clause?: string } }[]) {
    if (typeof insert === 'object' && insert.clause !== undefined) starts.set(insert.clause, at + 1)
    at += typeof insert === 'string' ? insert.length : 1
  }
  return (id, offset) => {
    const index = (starts.get(id) ?? 0) + offset
    return Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(body, index, -1))).toString('base64')
  }
}

/** Puts the same paragraphs into the peer's room, as Tiptap's collaboration has them. */
async function fill(entry: Entry, paragraphs: readonly Readonly<{ isHeading: boolean; text: string }>[]): Promise<void> {
  const doc = new Y.Doc()
  const { leave } = await enter(entry, doc)
  const nodes = paragraphs.map(({ isHeading, text }) => {
    const node = new Y.XmlElement(isHeading ? 'heading' : 'paragraph')
    // Attributes of Tiptap's nodes need not be text; the type says they are.
    if (isHeading) (node as Y.XmlElement<{ level: number }>).setAttribute('level', 2)
    node.insert(0, [new Y.XmlText(text)])
    return node
  })
  doc.getXmlFragment('default').insert(0, nodes)
  const seen = new Y.Doc()
  for (let tries = 0; seen.getXmlFragment('default').length < nodes.length; tries++) {
    if (tries > 100) throw new Error('the peer’s room does not take the text')
    const other = await enter(entry, seen)
    other.leave()
  }
  leave()
}
