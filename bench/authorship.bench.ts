/*
 * How long it takes to say who wrote what in a large, worn draft: 2,000 clauses of 30 words, then 20,000 updates by 40 clients,
 * a word or the deletion of one at random places. No peer keeps this; beside it stands what the server does on any cold open:
 * applying the same log to a Y.Doc.
 */
import * as Y from 'yjs'
import { Ledger, rescuedText, seedDraft, writtenText } from '../shared/document/index.ts'
import { median, report, timed } from './report.ts'
import { seededIds } from './support/corpus.ts'

const CLAUSES = 2_000
const UPDATES = 20_000
const CLIENTS = 40

let state = 20_261_124
const draw = (below: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}

function wornLog(): readonly Uint8Array[] {
  const newId = seededIds(1)
  const text = 'shall adopt '.repeat(15)
  const doc = new Y.Doc()
  seedDraft(doc, {
    title: 'Worn',
    settings: { style: 'un', language: 'en', articleWord: null },
    clauses: Array.from({ length: CLAUSES }, () => ({ id: newId(), kind: 'paragraph' as const, depth: 0, number: null, text, spans: [] })),
  })
  const log = [Y.encodeStateAsUpdate(doc)]
  doc.on('update', (update: Uint8Array) => log.push(update))
  const body = doc.getText('body')
  const lengths = Array.from({ length: CLAUSES }, () => text.length)
  for (let count = 0; count < UPDATES; count++) {
    doc.clientID = 1000 + draw(CLIENTS)
    const clause = draw(CLAUSES)
    const length = lengths[clause] ?? 0
    let start = 1
    for (let at = 0; at < clause; at++) start += 1 + (lengths[at] ?? 0)
    const offset = draw(length - 5)
    const removes = draw(4) === 0
    if (removes) body.delete(start + offset, 5)
    else body.insert(start + offset, 'word ')
    lengths[clause] = length + (removes ? -5 : 5)
  }
  return log
}

const log = wornLog()
const enter = (): Ledger => {
  const ledger = new Ledger()
  log.forEach((update, row) => ledger.enter(update, row))
  return ledger
}
const apply = (): Y.Doc => {
  const doc = new Y.Doc()
  doc.transact(() => log.forEach((update) => Y.applyUpdate(doc, update)))
  return doc
}
const ledger = enter()
const doc = apply()
const resolve = (): number => {
  let authors = 0
  for (const { runs } of writtenText(doc)) for (const { client, clock } of runs) authors += ledger.writer(client, clock) ?? 0
  return authors
}
const rounds = { rounds: 7, warmup: 2 }
const opened = median(timed(apply, rounds))
const peer = { name: 'cold open: the log applied to a Y.Doc', value: opened }
report('Authorship: 2,000 clauses, 20,000 updates by 40 clients, median of warm runs', [
  { what: 'the whole log into a ledger', unit: 'ms', ours: median(timed(enter, rounds)), peer },
  { what: 'who wrote each run of the draft, read afresh', unit: 'ms', ours: median(timed(resolve, rounds)), peer: null },
  { what: 'rescued text, read afresh', unit: 'ms', ours: median(timed(() => rescuedText(doc), rounds)), peer: null },
  { what: 'spans in the ledger', unit: '', ours: [...ledger.writers().values()].reduce((sum, ranges) => sum + ranges.all().length, 0), peer: null },
])
