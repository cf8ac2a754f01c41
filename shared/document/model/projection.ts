import { Fragment, type Mark, type Node, type NodeType, type Schema } from '@tiptap/pm/model'
import { parseClauseId, type Clause, type ClauseId, type Span, type SpanMark } from '#shared/clauses/index.ts'
import { formatOf, type Format } from './format.ts'
import { pieceLength, pushPiece, textOfPieces, type Piece } from './piece.ts'
import { blockPieces, type Block } from './segment.ts'

const SPAN_MARKS: readonly SpanMark[] = ['em', 'strong']

/** The stretches of `pieces` under `mark`, united where they touch. */
function spansUnder(pieces: readonly Piece[], mark: SpanMark): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const piece of pieces) {
    const to = at + pieceLength(piece)
    if (piece.format.attrs[mark] === true) {
      const last = spans.at(-1)
      if (last?.to === at) spans[spans.length - 1] = { ...last, to }
      else spans.push({ from: at, to, mark })
    }
    at = to
  }
  return spans
}

/** A clause on the screen as the rest of Travaux knows it. */
export function clauseOf(block: Block): Clause {
  const { id, flags } = block.head
  const pieces = blockPieces(block)
  return {
    id,
    kind: flags.kind,
    depth: flags.depth,
    number: flags.number,
    text: textOfPieces(pieces),
    spans: SPAN_MARKS.flatMap((mark) => spansUnder(pieces, mark)).sort((a, b) => a.from - b.from || a.to - b.to),
  }
}

/** The format that a run of a clause must have so that its marks are exactly `marks`. */
export function formatOfMarks(marks: readonly Mark[]): Format {
  if (marks.length === 0) return formatOf({})
  const attrs = marks.map(({ type, attrs: own }): readonly [string, unknown] =>
    type.name === 'unknownMark' ? [String(own['name']), JSON.parse(String(own['value']))] : [type.name, true],
  )
  return formatOf(Object.fromEntries(attrs))
}

export function marksOfFormat(schema: Schema, format: Format): readonly Mark[] {
  return Object.entries(format.attrs).reduce<readonly Mark[]>((marks, [name, value]) => {
    const known = name === 'em' || name === 'strong' ? schema.marks[name] : undefined
    if (known && value === true) return known.create().addToSet(marks)
    const unknown = schema.marks['unknownMark']
    return unknown ? unknown.create({ name, value: JSON.stringify(value) }).addToSet(marks) : marks
  }, [])
}

/** `pieces` as the inline content of a clause node. */
export function inlineOf(schema: Schema, pieces: readonly Piece[]): Fragment {
  return Fragment.fromArray(
    pieces.map((piece) => {
      const marks = marksOfFormat(schema, piece.format)
      if (piece.atom === null) return schema.text(piece.text, marks)
      return nodeType(schema, 'unknownAtom').create({ data: piece.atom }, null, marks)
    }),
  )
}

/** The content of a clause node, or of a stretch of one, as pieces. */
export function piecesOf(content: Fragment): readonly Piece[] {
  const pieces: Piece[] = []
  content.forEach((child) => {
    const format = formatOfMarks(child.marks)
    if (child.isText) pushPiece(pieces, { text: child.text ?? '', atom: null, format })
    else pushPiece(pieces, { text: null, atom: String(child.attrs['data']), format })
  })
  return pieces
}

export function nodeType(schema: Schema, name: string): NodeType {
  const type = schema.nodes[name]
  if (!type) throw new Error(`the schema lacks the node ${name}`)
  return type
}

/** The attributes of a clause node that shows `block`. */
export const attrsOf = ({ head: { id, flags } }: Block) => ({
  id,
  kind: flags.kind,
  unknownKind: flags.unknownKind,
  depth: flags.depth,
  number: flags.number,
})

export const nodeOf = (schema: Schema, block: Block): Node =>
  nodeType(schema, 'clause').create(attrsOf(block), inlineOf(schema, blockPieces(block)))

/** Clause nodes for `blocks`; where there are none, the one empty clause without id that the editor then shows (DC7). */
export const nodesOf = (schema: Schema, blocks: readonly Block[]): readonly Node[] =>
  blocks.length === 0 ? [nodeType(schema, 'clause').create()] : blocks.map((block) => nodeOf(schema, block))

/** The id on a clause node, null where it has none yet. */
export const idOf = (node: Node): ClauseId | null => parseClauseId(node.attrs['id'])
