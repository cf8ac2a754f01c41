import type { DraftLogRow, MemberRow, Storage, TextRow } from '#server/storage/port.ts'
import { authorshipView, type AuthorView, type AuthorshipView } from '#shared/api/index.ts'
import { Ledger } from '#shared/document/index.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'
import type { Standing } from './standing.ts'

/** What was read of one draft's log: a ledger whose rows are indexes into `entries`. */
type Reading = Readonly<{ ledger: Ledger; entries: Entry[]; known: Map<number, string> }>

/** Who wrote, as a row of the log says, or `client` where it says nothing: the seed, and what was folded before rows were kept. */
type Entry = Omit<DraftLogRow, 'seq' | 'update'> & Readonly<{ client: number | null }>

/** So many drafts' ledgers are kept in memory; further ones are read from the log again. */
const KEPT = 16

const MINUTE_MS = 60_000

/** Reads the logs of drafts, and of each only what was not read before. */
function openReadings(drafts: Storage['drafts']) {
  const readings = new Map<string, Reading>()
  return async (textId: string): Promise<Reading> => {
    const log = await drafts.log(textId)
    const reading: Reading = readings.get(textId) ?? { ledger: new Ledger(), entries: [], known: new Map() }
    readings.delete(textId)
    readings.set(textId, reading)
    const [oldest] = readings.keys()
    if (readings.size > KEPT && oldest !== undefined) readings.delete(oldest)
    for (const row of log) {
      // A row that folding has united with later ones says more than it did.
      const mark = `${row.update.length} ${row.at}`
      if (reading.known.get(row.seq) === mark) continue
      reading.known.set(row.seq, mark)
      enterRow(reading, row)
    }
    return reading
  }
}

function enterRow({ ledger, entries }: Reading, { update, memberId, name, delegation, at }: DraftLogRow): void {
  const entryOf = (client: number | null): number => entries.push({ memberId, name, delegation, at, client }) - 1
  if (memberId !== null) return ledger.enter(update, entryOf(null))
  const byClient = new Map<number, number>()
  const writer = (client: number): number => {
    const index = byClient.get(client) ?? entryOf(client)
    byClient.set(client, index)
    return index
  }
  ledger.enter(update, entryOf(null), writer)
}

type Names = Readonly<{ text: TextRow; members: ReadonlyMap<string, MemberRow>; clients: ReadonlyMap<number, string> }>

/** Whoever brought the text in, in whose name it was submitted. */
const broughtBy = ({ text, members }: Names): AuthorView => ({
  memberId: text.createdBy,
  name: members.get(text.createdBy)?.name ?? '',
  delegation: text.submitter === '' ? (members.get(text.createdBy)?.delegation ?? '') : text.submitter,
  brought: true,
})

/** Who stands behind an entry: by its own word, or by what is known of its client. */
function authorOf({ memberId, name, delegation, client }: Entry, names: Names): AuthorView {
  const id = memberId ?? (client === null ? null : (names.clients.get(client) ?? null))
  if (id === null) return broughtBy(names)
  const member = names.members.get(id)
  return { memberId: id, name: name ?? member?.name ?? '', delegation: delegation ?? member?.delegation ?? '', brought: false }
}

function viewOf({ ledger, entries }: Reading, names: Names): AuthorshipView {
  const authors: AuthorView[] = []
  const indexes = new Map<string, number>()
  const indexOf = (author: AuthorView): number => {
    const key = JSON.stringify(author)
    const index = indexes.get(key) ?? authors.push(author) - 1
    indexes.set(key, index)
    return index
  }
  const clients = [...ledger.writers()].map(([client, ranges]) => {
    const spans: AuthorshipView['clients'][number]['spans'] = []
    for (const { from, to, row } of ranges.all()) {
      const entry = entries[row]
      if (entry === undefined) continue
      const by = indexOf(authorOf(entry, names))
      const at = entry.memberId === null || entry.at === null ? null : Math.floor(Date.parse(entry.at) / MINUTE_MS)
      const last = spans.at(-1)
      if (last?.[1] === from && last[2] === by && last[3] === at) last[1] = to
      else spans.push([from, to, by, at])
    }
    return { client, spans }
  })
  return { authors, clients }
}

/** Who wrote which words of a live draft: computed from its stored log, for whoever may read the text. */
export function authorshipRoutes(routes: Routes, { storage }: HttpPorts, { textFor }: Standing): void {
  const read = openReadings(storage.drafts)
  routes.signedIn({
    method: 'GET',
    path: '/api/texts/:id/authorship',
    body: null,
    answer: authorshipView,
    reply: async ({ id, account }) => {
      const { text } = await textFor(id, account)
      const [reading, clients] = await Promise.all([read(id), storage.drafts.clients(id)])
      const ids = new Set([text.createdBy, ...clients.values()])
      const members = new Map((await Promise.all([...ids].map((memberId) => storage.members.get(memberId)))).flatMap((member) => (member === null ? [] : [[member.id, member]])))
      return viewOf(reading, { text, members, clients })
    },
  })
}
