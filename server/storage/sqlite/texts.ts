import { LANGUAGES, NUMBERING_STYLES } from '#shared/clauses/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import { TEXT_KINDS } from '#shared/rights/index.ts'
import type { Freeze, TextRow, TextStore, VersionRow } from '../port.ts'
import { held, json, oneOf, text, textOrNull, whole, words } from './columns.ts'
import type { Connection, Row } from './connection.ts'

const textRow = (row: Row): TextRow => ({
  id: text(row, 'id'),
  negotiationId: text(row, 'negotiation_id'),
  kind: oneOf(row, 'kind', TEXT_KINDS),
  title: text(row, 'title'),
  submitter: text(row, 'submitter'),
  delegation: text(row, 'delegation'),
  receivedOn: text(row, 'received_on'),
  chapterIds: words(row, 'chapter_ids'),
  language: oneOf(row, 'language', LANGUAGES),
  style: oneOf(row, 'style', NUMBERING_STYLES),
  createdBy: text(row, 'created_by'),
  createdAt: text(row, 'created_at'),
  changedAt: text(row, 'changed_at'),
  articles: whole(row, 'articles'),
  clauses: whole(row, 'clauses'),
  frozen: row['frozen'] === null ? null : json<Freeze>(row, 'frozen', ['reason', 'by', 'delegation', 'at']),
})

const version = (row: Row): VersionRow => ({
  id: text(row, 'id'),
  textId: text(row, 'text_id'),
  ordinal: whole(row, 'ordinal'),
  symbol: textOrNull(row, 'symbol'),
  note: text(row, 'note'),
  contentHash: text(row, 'content_hash'),
  issuedBy: text(row, 'issued_by'),
  issuedAt: text(row, 'issued_at'),
  journalHead: textOrNull(row, 'journal_head'),
})

function insertText(db: Connection, row: TextRow): void {
  db.run(
    `INSERT INTO texts (id, negotiation_id, kind, title, submitter, delegation, received_on, chapter_ids, language, style,
       created_by, created_at, changed_at, articles, clauses) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.negotiationId,
    row.kind,
    row.title,
    row.submitter,
    row.delegation,
    row.receivedOn,
    JSON.stringify(row.chapterIds),
    row.language,
    row.style,
    row.createdBy,
    row.createdAt,
    row.changedAt,
    row.articles,
    row.clauses,
  )
}

function insertVersion(db: Connection, row: Omit<VersionRow, 'journalHead'>): void {
  if (row.symbol !== null) {
    const taken = db.get(
      `SELECT 1 FROM versions JOIN texts ON texts.id = versions.text_id
       WHERE versions.symbol = ? AND texts.negotiation_id = (SELECT negotiation_id FROM texts WHERE id = ?)`,
      row.symbol,
      row.textId,
    )
    if (taken !== null)
      throw new Refused('symbol-taken', `Another version in this negotiation already bears the symbol ${row.symbol}. Give this one another.`)
  }
  db.run(
    `INSERT INTO versions (id, text_id, ordinal, symbol, note, content_hash, issued_by, issued_at, journal_head)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, (
       SELECT hash FROM journal JOIN texts ON texts.negotiation_id = journal.negotiation_id WHERE texts.id = ? ORDER BY position DESC LIMIT 1
     ))`,
    row.id,
    row.textId,
    row.ordinal,
    row.symbol,
    row.note,
    row.contentHash,
    row.issuedBy,
    row.issuedAt,
    row.textId,
  )
}

export const textStore = (db: Connection): TextStore => ({
  create: (row, seed) =>
    db.write(() => {
      insertText(db, row)
      db.run('INSERT INTO draft_log (text_id, content, at) VALUES (?, ?, ?)', row.id, seed, row.createdAt)
    }),
  async get(id) {
    const row = db.get('SELECT * FROM texts WHERE id = ?', id)
    return row === null ? null : textRow(row)
  },
  ofNegotiation: async (id) => db.all('SELECT * FROM texts WHERE negotiation_id = ? ORDER BY rowid', id).map(textRow),
  describe: (id, change) =>
    db.write(() => {
      db.run(
        'UPDATE texts SET title = ?, submitter = ?, received_on = ?, chapter_ids = ? WHERE id = ?',
        change.title,
        change.submitter,
        change.receivedOn,
        JSON.stringify(change.chapterIds),
        id,
      )
    }),
  touch: (id, facts) =>
    db.write(() => {
      db.run(
        'UPDATE texts SET changed_at = ?, articles = ?, clauses = ?, title = ? WHERE id = ?',
        facts.changedAt,
        facts.articles,
        facts.clauses,
        facts.title,
        id,
      )
    }),
  addVersion: (row) => db.write(() => insertVersion(db, row)),
  versions: async (textId) => db.all('SELECT * FROM versions WHERE text_id = ? ORDER BY ordinal', textId).map(version),
  async held(textId) {
    const row = db.get('SELECT held FROM texts WHERE id = ?', textId)
    return row === null ? null : held(row, 'held')
  },
  setHeld: (textId, hold) =>
    db.write(() => {
      db.run('UPDATE texts SET held = ? WHERE id = ?', hold === null ? null : JSON.stringify(hold), textId)
    }),
  setFrozen: (textId, frozen) =>
    db.write(() => {
      const row = db.get('SELECT frozen FROM texts WHERE id = ?', textId)
      if (row === null || (row['frozen'] === null) === (frozen === null)) return false
      db.run('UPDATE texts SET frozen = ? WHERE id = ?', frozen === null ? null : JSON.stringify(frozen), textId)
      return true
    }),
})
