import { Mark, Node, getSchema, type Extensions } from '@tiptap/core'
import { isClauseKind, MAX_DEPTH, parseClauseId } from '#shared/clauses/index.ts'

/**
 * The version of this schema and of the Y.Doc's layout, sent in the websocket handshake: a client with an older one is
 * refused before it syncs. Raised when an older client would misread what a newer one writes.
 */
export const SCHEMA_VERSION = 1

const draft = Node.create({ name: 'doc', topNode: true, content: 'clause+' })

const text = Node.create({ name: 'text', group: 'inline' })

const boundedDepth = (raw: unknown): number => {
  const depth = typeof raw === 'string' ? Number(raw) : raw
  return typeof depth === 'number' && Number.isInteger(depth) && depth >= 0 ? Math.min(depth, MAX_DEPTH) : 0
}

/** Pasted ids are kept on the node, but only the rules of `assignIds` decide whether they count (DC6). */
const clause = Node.create({
  name: 'clause',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({
    id: {
      default: null,
      parseHTML: (element) => parseClauseId(element.getAttribute('data-id')),
      renderHTML: ({ id }) => (typeof id === 'string' ? { 'data-id': id } : {}),
    },
    kind: {
      default: 'text',
      parseHTML: (element) => {
        const kind = element.getAttribute('data-kind')
        return isClauseKind(kind) ? kind : 'text'
      },
      renderHTML: ({ kind }) => ({ 'data-kind': String(kind) }),
    },
    // A pasted copy is plain text: what else belongs to such a clause is not known here (DC16).
    unknownKind: {
      default: null,
      parseHTML: () => null,
      renderHTML: ({ unknownKind }) => (typeof unknownKind === 'string' ? { 'data-unknown-kind': '', contenteditable: 'false' } : {}),
    },
    depth: {
      default: 0,
      parseHTML: (element) => boundedDepth(element.getAttribute('data-depth')),
      renderHTML: ({ depth }) => ({ 'data-depth': String(depth) }),
    },
    number: {
      default: null,
      parseHTML: (element) => element.getAttribute('data-number'),
      renderHTML: ({ number }) => (typeof number === 'string' ? { 'data-number': number } : {}),
    },
  }),
  parseHTML: () => [
    { tag: 'div[data-clause]', priority: 60 },
    ...['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
  ],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-clause': '', ...HTMLAttributes }, 0],
})

const em = Mark.create({
  name: 'em',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
  renderHTML: () => ['em', 0],
})

const strong = Mark.create({
  name: 'strong',
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }, { style: 'font-weight=bold' }],
  renderHTML: () => ['strong', 0],
})

/** Formatting of a newer client: shown, kept, never changed here (DC8). */
const unknownMark = Mark.create({
  name: 'unknownMark',
  excludes: '',
  addAttributes: () => ({ name: { default: '' }, value: { default: 'true' } }),
  renderHTML: ({ HTMLAttributes }) => ['span', { 'data-unknown-mark': String(HTMLAttributes['name']) }, 0],
})

/** An inline atom of a newer client, as the JSON of its embed: shown, kept, never changed here (DC8). */
const unknownAtom = Node.create({
  name: 'unknownAtom',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ data: { default: 'null' } }),
  // What a page or a clipboard says is not trusted to be an embed; its sign is not taken for words either.
  parseHTML: () => [{ tag: 'span[data-unknown-atom]', ignore: true }],
  renderHTML: () => ['span', { 'data-unknown-atom': '', contenteditable: 'false' }, '\u25a1'],
})

/** The Tiptap extensions that make the editor's schema; `draftSync` brings behaviour. */
export const draftExtensions: Extensions = [draft, text, clause, em, strong, unknownMark, unknownAtom]

/** The same schema without an editor or a DOM. */
export const draftSchema = getSchema(draftExtensions)
