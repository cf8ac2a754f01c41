import type { ClauseText } from '#shared/clauses/index.ts'
import type { ContentStore, PinnedSide } from '../port.ts'
import { held, json, text } from './columns.ts'
import type { Connection, Row } from './connection.ts'

const side = (row: Row, column: string): PinnedSide =>
  json<PinnedSide>(row, column, ['textId', 'versionId', 'pinnedAt', 'contentHash'])

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
    if (row === null) return null
    return {
      id: text(row, 'id'),
      negotiationId: text(row, 'negotiation_id'),
      base: side(row, 'base'),
      revised: side(row, 'revised'),
      createdBy: text(row, 'created_by'),
      createdAt: text(row, 'created_at'),
    }
  },
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
