type HistoryAt = Readonly<{ seq?: number; versionId?: string; clauseId?: string | null }>

function queryOf({ seq, versionId, clauseId }: HistoryAt): string {
  const query = new URLSearchParams()
  if (seq !== undefined) query.set('at', String(seq))
  if (versionId !== undefined) query.set('version', versionId)
  if (clauseId !== undefined && clauseId !== null) query.set('clause', clauseId)
  return query.size === 0 ? '' : `?${query.toString()}`
}

/** Where each screen lives. */
export const paths = {
  home: () => '/',
  signIn: () => '/sign-in',
  desk: (negotiationId: string) => `/n/${negotiationId}`,
  /** `clauseId`: the clause that is brought into sight. */
  text: (negotiationId: string, textId: string, clauseId?: string) => `/n/${negotiationId}/t/${textId}${clauseId === undefined ? '' : `#${clauseId}`}`,
  provenance: (negotiationId: string, textId: string) => `/n/${negotiationId}/t/${textId}/provenance`,
  /** The defined terms of these texts, side by side. */
  terms: (negotiationId: string, textIds: readonly string[]) => `/n/${negotiationId}/terms?${new URLSearchParams(textIds.map((id) => ['text', id])).toString()}`,
  /** `at`: the moment or version shown, and the clause looked at; the last moment of the whole text when left out. */
  history: (negotiationId: string, textId: string, at: HistoryAt = {}) => `/n/${negotiationId}/t/${textId}/history${queryOf(at)}`,
  comparisonPicker: (negotiationId: string, base?: string) => `/n/${negotiationId}/compare${base === undefined ? '' : `?base=${base}`}`,
  comparison: (negotiationId: string, comparisonId: string) => `/n/${negotiationId}/compare/${comparisonId}`,
} as const
