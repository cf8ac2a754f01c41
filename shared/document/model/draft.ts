import type * as Y from 'yjs'
import { invariant } from '#shared/kernel/index.ts'
import { LANGUAGES, NUMBERING_STYLES, type Clause, type ClauseText, type LabelSettings } from '#shared/clauses/index.ts'
import { formatOf } from './format.ts'
import { DraftModel } from './model.ts'
import { clauseOf } from './projection.ts'
import { rootsOf, writeEntry } from '../yjs/roots.ts'

const memberOf = <Known extends string>(known: readonly Known[], raw: unknown, otherwise: Known): Known =>
  known.find((one) => one === raw) ?? otherwise

/** A draft's title and label settings, with defaults where nothing readable is stored. */
export function readMeta(doc: Y.Doc): Readonly<{ title: string; direction: 'ltr' | 'rtl'; settings: LabelSettings }> {
  const { meta } = rootsOf(doc)
  const title: unknown = meta.get('title')
  const articleWord: unknown = meta.get('articleWord')
  return {
    title: typeof title === 'string' ? title : '',
    direction: meta.get('direction') === 'rtl' ? 'rtl' : 'ltr',
    settings: {
      style: memberOf(NUMBERING_STYLES, meta.get('style'), 'un'),
      language: memberOf(LANGUAGES, meta.get('language'), 'en'),
      articleWord: typeof articleWord === 'string' ? articleWord : null,
    },
  }
}

/** The draft as it stands: its visible clauses in reading order. Total for any Y.Doc (DC1); writes nothing. */
export function readDraft(doc: Y.Doc): ClauseText {
  const { title, settings } = readMeta(doc)
  return { title, settings, clauses: new DraftModel(doc).blocks.map(clauseOf) }
}

/** The words of `clause`, cut wherever a span begins or ends, with the attributes over each stretch. */
function stretchesOf({ text, spans }: Clause): readonly Readonly<{ text: string; attrs: Record<string, unknown> }>[] {
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b)
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0
    const over = spans.filter((span) => span.from <= from && to <= span.to)
    return { text: text.slice(from, to), attrs: { ...formatOf(Object.fromEntries(over.map(({ mark }) => [mark, true]))).attrs } }
  })
}

/**
 * Fills the empty `doc` with `text`, in one transaction. Server only: two drafters who each seeded would double the draft.
 * Throws when the draft has content already, or when `text` has no clause: a draft always keeps its first marker.
 */
export function seedDraft(doc: Y.Doc, text: ClauseText): void {
  const { body, clauses, meta } = rootsOf(doc)
  invariant(body.length === 0 && clauses.size === 0, 'a draft is seeded once')
  invariant(text.clauses.length > 0, 'a draft is seeded with at least one clause')
  doc.transact(() => {
    const delta: { insert: string | object; attributes?: Record<string, unknown> }[] = []
    for (const clause of text.clauses) {
      invariant(!clauses.has(clause.id), `two clauses with the id ${clause.id}`)
      writeEntry(clauses, clause.id, { kind: clause.kind, depth: clause.depth, number: clause.number, from: null, heads: true })
      delta.push({ insert: { clause: clause.id } })
      for (const stretch of stretchesOf(clause)) {
        if (stretch.text !== '') delta.push({ insert: stretch.text, attributes: stretch.attrs })
      }
    }
    body.applyDelta(delta)
    meta.set('title', text.title)
    meta.set('language', text.settings.language)
    meta.set('direction', text.settings.language === 'ar' ? 'rtl' : 'ltr')
    meta.set('style', text.settings.style)
    meta.set('articleWord', text.settings.articleWord)
  })
}
