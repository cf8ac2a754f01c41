import type Database from 'libsql'
import { CHAIN_STEP, CHAIN_TABLES, chainJournal } from './chain-migration.ts'

/** One step of the schema, `carry` after `sql` in one transaction; never changed once released, only followed by others. */
export type Migration = Readonly<{ number: number; name: string; sql: string; carry?: (database: Database.Database) => void }>

/** Our tables, in order. The identity library keeps its own beside them. */
export const MIGRATIONS: readonly Migration[] = [
  {
    number: 1,
    name: 'negotiations, members, invitations',
    sql: `
      CREATE TABLE negotiations (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, created_at TEXT NOT NULL
      ) STRICT;
      CREATE TABLE chapters (
        negotiation_id TEXT NOT NULL REFERENCES negotiations (id), position INTEGER NOT NULL,
        id TEXT NOT NULL, title TEXT NOT NULL, due_on TEXT,
        PRIMARY KEY (negotiation_id, id)
      ) STRICT;
      CREATE TABLE members (
        id TEXT PRIMARY KEY, negotiation_id TEXT NOT NULL REFERENCES negotiations (id), user_id TEXT NOT NULL,
        name TEXT NOT NULL, role TEXT NOT NULL, delegation TEXT NOT NULL, joined_at TEXT NOT NULL, left_at TEXT
      ) STRICT;
      CREATE INDEX members_of_negotiation ON members (negotiation_id);
      CREATE INDEX members_of_user ON members (user_id);
      CREATE TABLE invitations (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, token_hash TEXT NOT NULL UNIQUE, negotiation_id TEXT, role TEXT NOT NULL,
        delegation TEXT NOT NULL, member_id TEXT, invited_by TEXT NOT NULL, uses INTEGER NOT NULL, uses_left INTEGER NOT NULL,
        created_at TEXT NOT NULL, expires_at TEXT NOT NULL, revoked_at TEXT
      ) STRICT;
      CREATE INDEX invitations_of_negotiation ON invitations (negotiation_id);`,
  },
  {
    number: 2,
    name: 'texts, live drafts, versions, comparisons',
    sql: `
      CREATE TABLE texts (
        id TEXT PRIMARY KEY, negotiation_id TEXT NOT NULL REFERENCES negotiations (id), kind TEXT NOT NULL, title TEXT NOT NULL,
        submitter TEXT NOT NULL, delegation TEXT NOT NULL, received_on TEXT NOT NULL, chapter_ids TEXT NOT NULL,
        language TEXT NOT NULL, style TEXT NOT NULL, created_by TEXT NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
        articles INTEGER NOT NULL, clauses INTEGER NOT NULL, held TEXT
      ) STRICT;
      CREATE INDEX texts_of_negotiation ON texts (negotiation_id);
      CREATE TABLE draft_log (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, text_id TEXT NOT NULL REFERENCES texts (id), content BLOB NOT NULL,
        member_id TEXT, at TEXT
      ) STRICT;
      CREATE INDEX draft_log_of_text ON draft_log (text_id, seq);
      CREATE TABLE draft_clients (
        text_id TEXT NOT NULL REFERENCES texts (id), client INTEGER NOT NULL, member_id TEXT NOT NULL,
        PRIMARY KEY (text_id, client)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE versions (
        id TEXT PRIMARY KEY, text_id TEXT NOT NULL REFERENCES texts (id), ordinal INTEGER NOT NULL, symbol TEXT, note TEXT NOT NULL,
        content_hash TEXT NOT NULL, issued_by TEXT NOT NULL, issued_at TEXT NOT NULL,
        UNIQUE (text_id, ordinal)
      ) STRICT;
      CREATE TABLE contents (hash TEXT PRIMARY KEY, content TEXT NOT NULL, held TEXT) STRICT;
      CREATE TABLE comparisons (
        id TEXT PRIMARY KEY, negotiation_id TEXT NOT NULL REFERENCES negotiations (id), base TEXT NOT NULL, revised TEXT NOT NULL,
        created_by TEXT NOT NULL, created_at TEXT NOT NULL
      ) STRICT;`,
  },
  {
    number: 3,
    name: 'threads and journal',
    sql: `
      CREATE TABLE threads (
        id TEXT PRIMARY KEY, text_id TEXT NOT NULL REFERENCES texts (id), kind TEXT NOT NULL, anchor TEXT NOT NULL, citation TEXT NOT NULL
      ) STRICT;
      CREATE INDEX threads_of_text ON threads (text_id);
      CREATE TABLE thread_events (
        position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, thread_id TEXT NOT NULL REFERENCES threads (id),
        what TEXT NOT NULL, body TEXT NOT NULL, member_id TEXT NOT NULL, name TEXT NOT NULL, delegation TEXT NOT NULL, at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX thread_events_of_thread ON thread_events (thread_id);
      CREATE TABLE journal (
        id INTEGER PRIMARY KEY AUTOINCREMENT, negotiation_id TEXT NOT NULL REFERENCES negotiations (id), at TEXT NOT NULL,
        member_id TEXT NOT NULL, name TEXT NOT NULL, delegation TEXT NOT NULL, act TEXT NOT NULL, subject TEXT NOT NULL, text_id TEXT
      ) STRICT;
      CREATE INDEX journal_of_negotiation ON journal (negotiation_id);
      CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), beats INTEGER NOT NULL) STRICT;
      INSERT INTO probe VALUES (1, 0);`,
  },
  {
    number: 4,
    name: 'draft log kept for good, snapshots beside it',
    // The seed, and whatever was folded into one row before, is nobody's writing.
    sql: `
      ALTER TABLE draft_log ADD COLUMN name TEXT;
      ALTER TABLE draft_log ADD COLUMN delegation TEXT;
      UPDATE draft_log SET member_id = NULL WHERE seq IN (SELECT min(seq) FROM draft_log GROUP BY text_id);
      CREATE TABLE draft_snapshots (
        text_id TEXT PRIMARY KEY REFERENCES texts (id), through_seq INTEGER NOT NULL, content BLOB NOT NULL
      ) STRICT;`,
  },
  { number: CHAIN_STEP, name: 'a journal in chains', sql: CHAIN_TABLES, carry: chainJournal },
  {
    number: 6,
    name: 'frozen texts',
    sql: 'ALTER TABLE texts ADD COLUMN frozen TEXT;',
  },
  {
    number: 7,
    name: 'dismissals of rescued words',
    sql: `
      CREATE TABLE dismissals (
        position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, text_id TEXT NOT NULL REFERENCES texts (id),
        ranges TEXT NOT NULL, quote TEXT NOT NULL, citation TEXT NOT NULL, member_id TEXT NOT NULL, name TEXT NOT NULL,
        delegation TEXT NOT NULL, at TEXT NOT NULL, returned_at TEXT
      ) STRICT;
      CREATE INDEX dismissals_of_text ON dismissals (text_id);`,
  },
  {
    number: 8,
    name: 'matrices of several texts',
    sql: `
      CREATE TABLE matrices (
        id TEXT PRIMARY KEY, negotiation_id TEXT NOT NULL REFERENCES negotiations (id), texts TEXT NOT NULL,
        created_by TEXT NOT NULL, created_at TEXT NOT NULL
      ) STRICT;`,
  },
  {
    number: 9,
    name: 'corrections of matches',
    sql: `
      CREATE TABLE corrections (
        position INTEGER PRIMARY KEY AUTOINCREMENT, comparison_id TEXT NOT NULL REFERENCES comparisons (id), base TEXT NOT NULL,
        revised TEXT NOT NULL, verdict TEXT NOT NULL, member_id TEXT NOT NULL, name TEXT NOT NULL, delegation TEXT NOT NULL, at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX corrections_of_comparison ON corrections (comparison_id);
      CREATE INDEX comparisons_of_negotiation ON comparisons (negotiation_id);`,
  },
]
