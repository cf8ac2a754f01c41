import type Database from 'libsql'
import { chained, type ChainedEntry } from '#server/storage/journal/index.ts'
import { textOrNull, text } from './columns.ts'
import { asRow } from './connection.ts'
import { insertOf } from './journal.ts'

/** The step from which on the journal is a chain. */
export const CHAIN_STEP = 5

/** The triggers that forbid anything but adding to the end (JR6), by name. */
export const FENCE: Readonly<Record<string, string>> = {
  journal_kept: `CREATE TRIGGER journal_kept BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'nothing is removed from the journal'); END`,
  journal_unchanged: `CREATE TRIGGER journal_unchanged BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'nothing is changed in the journal'); END`,
  journal_in_order: `CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
    WHEN NEW.position <> 1 + (SELECT coalesce(max(position), 0) FROM journal WHERE negotiation_id = NEW.negotiation_id)
    BEGIN SELECT RAISE(ABORT, 'the journal is added to at its end'); END`,
}

/** The new table stands beside the old until the entries have been chained. A negotiation and its first entry are one commit, in either order. */
export const CHAIN_TABLES = `
  ALTER TABLE journal RENAME TO journal_unchained;
  CREATE TABLE journal (
    negotiation_id TEXT NOT NULL REFERENCES negotiations (id) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    at TEXT NOT NULL, member_id TEXT NOT NULL, name TEXT NOT NULL, delegation TEXT NOT NULL, act TEXT NOT NULL,
    subject TEXT NOT NULL, text_id TEXT, digest TEXT, hash TEXT NOT NULL,
    PRIMARY KEY (negotiation_id, position)
  ) STRICT, WITHOUT ROWID;
  ALTER TABLE versions ADD COLUMN journal_head TEXT;`

/** Chains what the journal held before (JR7), and puts up the fence. */
export function chainJournal(database: Database.Database): void {
  const ends = new Map<string, ChainedEntry>()
  const old = database.prepare('SELECT * FROM journal_unchained ORDER BY id')
  for (const raw of old.all([])) {
    const row = asRow(raw)
    const negotiationId = text(row, 'negotiation_id')
    const entry = chained(
      {
        negotiationId,
        at: text(row, 'at'),
        memberId: text(row, 'member_id'),
        name: text(row, 'name'),
        delegation: text(row, 'delegation'),
        act: text(row, 'act'),
        subject: text(row, 'subject'),
        textId: textOrNull(row, 'text_id'),
        digest: null,
      },
      ends.get(negotiationId) ?? null,
    )
    ends.set(negotiationId, entry)
    const { sql, values } = insertOf(entry)
    database.prepare(sql).run(values)
  }
  database.exec('DROP TABLE journal_unchained')
  for (const trigger of Object.values(FENCE)) database.exec(trigger)
}
