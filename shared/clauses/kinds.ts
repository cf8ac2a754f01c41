/**
 * What a treaty text is made of. Divisions carry a heading and hold others; their place in the tree follows from
 * their rank alone. Provisions carry wording; their place follows from their depth below the nearest division.
 * Rules CL1 and CL2 in SPEC.md.
 */
export const DIVISION_RANK = {
  title: 0,
  preamble: 1,
  part: 1,
  annex: 1,
  appendix: 1,
  testimonium: 1,
  chapter: 2,
  section: 3,
  subsection: 4,
  heading: 4,
  article: 5,
} as const satisfies Record<string, number>

/**
 * `chapeau`: unnumbered words that introduce a list; `closing`: words that complete a sentence after a list;
 * `enacting`: "Have agreed as follows:"; `text`: unnumbered wording, also what an import did not recognise.
 */
export const PROVISION_KINDS = [
  'recital',
  'enacting',
  'chapeau',
  'paragraph',
  'subparagraph',
  'item',
  'definition',
  'closing',
  'footnote',
  'text',
] as const

export type DivisionKind = keyof typeof DIVISION_RANK
export type ProvisionKind = (typeof PROVISION_KINDS)[number]
export type ClauseKind = DivisionKind | ProvisionKind

export const DIVISION_KINDS = Object.keys(DIVISION_RANK) as readonly DivisionKind[]
export const CLAUSE_KINDS: readonly ClauseKind[] = [...DIVISION_KINDS, ...PROVISION_KINDS]

/** The deepest depth a provision can have: paragraph 0, subparagraph 1, item 2, and three below. */
export const MAX_DEPTH = 5

export const isDivision = (kind: ClauseKind): kind is DivisionKind => kind in DIVISION_RANK

export const isClauseKind = (raw: unknown): raw is ClauseKind => (CLAUSE_KINDS as readonly unknown[]).includes(raw)

/**
 * Whether other divisions can stand below this kind. Preamble and testimonium hold provisions only: any division after
 * them ends them (CL2), so a treaty without parts does not hang below its own preamble.
 */
export const holdsDivisions = (kind: ClauseKind): boolean =>
  isDivision(kind) && kind !== 'preamble' && kind !== 'testimonium'

/** A clause's level in the tree: the parent of a clause is the nearest one before it with a smaller level (CL1). */
export const levelOf = (kind: ClauseKind, depth: number): number =>
  isDivision(kind) ? DIVISION_RANK[kind] : DIVISION_RANK.article + 1 + depth
