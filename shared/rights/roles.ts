/**
 * chair: presides, invites, renumbers. secretariat: edits, compiles, issues versions. drafter: edits the rolling text.
 * delegate: private drafts and comments. reviewer: comments only (outside stakeholders). reader: reads.
 */
export const ROLES = ['chair', 'secretariat', 'drafter', 'delegate', 'reviewer', 'reader'] as const
export type Role = (typeof ROLES)[number]

export const isRole = (raw: unknown): raw is Role => (ROLES as readonly unknown[]).includes(raw)

/**
 * rolling: the common text, drafted live. submitted: a delegation's draft as received. reference: an instrument in force,
 * kept to compare with. private: one delegation's own draft, which no other delegation sees.
 */
export const TEXT_KINDS = ['rolling', 'submitted', 'reference', 'private'] as const
export type TextKind = (typeof TEXT_KINDS)[number]
