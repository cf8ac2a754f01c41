import { parseClauseId, type ClauseId, type ClauseText } from '#shared/clauses/index.ts'
import { invariant } from '#shared/kernel/index.ts'
import type { ComparisonRow, ContentStore, CorrectionRow, PinnedSide } from '../port.ts'
import { held, json, text } from './columns.ts'
import type { Connection, Row } from './connection.ts'

const side = (row: Row, column: string): PinnedSide =>
  json<PinnedSide>(row, column, ['textId', 'versionId', 'pinnedAt', 'contentHash'])

const comparison = (row: Row): ComparisonRow => ({
  id: text(row, 'id'),
  negotiationId: text(row, 'negotiation_id'),
  base: side(row, 'base'),
  revised: side(row, 'revised'),
  createdBy: text(row, 'created_by'),
  createdAt: text(row, 'created_at'),
})

function clauseId(row: Row, column: string): ClauseId {
  const id = parseClauseId(text(row, column))
  invariant(id !== null, `${column} holds the id of a clause`)
  return id
}

function verdict(row: Row): CorrectionRow['verdict'] {
  const said = text(row, 'verdict')
  invariant(said === 'same' || said === 'different' || said === 'withdrawn', 'a verdict is one of three')
  return said
}

const correction = (row: Row): CorrectionRow => ({
  comparisonId: text(row, 'comparison_id'),
  base: clauseId(row, 'base'),
  revised: clauseId(row, 'revised'),
  verdict: verdict(row),
  memberId: text(row, 'member_id'),
  name: text(row, 'name'),
  delegation: text(row, 'delegation'),
  at: text(row, 'at'),
})

export const contentStore = (db: Connection): ContentStore => ({
  put: (hash, content) =>
    db.write(() => {
      db.run(
        'INSERT INTO contents (hash, content, held) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING',
        hash,
        JSON.stringify(content.text),
        content.held === null ? null : JSON.stringify(content.held),
      )
    }),
  async get(hash) {
    const row = db.get('SELECT content, held FROM contents WHERE hash = ?', hash)
    if (row === null) return null
    return {
      text: json<ClauseText>(row, 'content', ['title', 'settings', 'clauses']),
      held: held(row, 'held'),
    }
  },
  addComparison: (row) =>
    db.write(() => {
      db.run(
        'INSERT INTO comparisons (id, negotiation_id, base, revised, created_by, created_at) VALUES (?, ?, ?, ?, ?, ?)',
        row.id,
        row.negotiationId,
        JSON.stringify(row.base),
        JSON.stringify(row.revised),
        row.createdBy,
        row.createdAt,
      )
    }),
  async comparison(id) {
    const row = db.get('SELECT * FROM comparisons WHERE id = ?', id)
    return row === null ? null : comparison(row)
  },
  async lastComparison(negotiationId, [one, other]) {
    const row = db.get(
      `SELECT * FROM comparisons WHERE negotiation_id = ? AND (json_extract(base, '$.textId'), json_extract(revised, '$.textId')) IN ((?, ?), (?, ?))
       ORDER BY rowid DESC LIMIT 1`,
      negotiationId,
      one,
      other,
      other,
      one,
    )
    return row === null ? null : comparison(row)
  },
  addCorrection: (row) =>
    db.write(() => {
      db.run(
        'INSERT INTO corrections (comparison_id, base, revised, verdict, member_id, name, delegation, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        row.comparisonId,
        row.base,
        row.revised,
        row.verdict,
        row.memberId,
        row.name,
        row.delegation,
        row.at,
      )
    }),
  corrections: async (comparisonId) => db.all('SELECT * FROM corrections WHERE comparison_id = ? ORDER BY position', comparisonId).map(correction),
  addMatrix: (row) =>
    db.write(() => {
      db.run(
        'INSERT INTO matrices (id, negotiation_id, texts, created_by, created_at) VALUES (?, ?, ?, ?, ?)',
        row.id,
        row.negotiationId,
        JSON.stringify({ sides: row.texts }),
        row.createdBy,
        row.createdAt,
      )
    }),
  async matrix(id) {
    const row = db.get('SELECT * FROM matrices WHERE id = ?', id)
    if (row === null) return null
    return {
      id: text(row, 'id'),
      negotiationId: text(row, 'negotiation_id'),
      texts: json<Readonly<{ sides: readonly PinnedSide[] }>>(row, 'texts', ['sides']).sides,
      createdBy: text(row, 'created_by'),
      createdAt: text(row, 'created_at'),
    }
  },
})
