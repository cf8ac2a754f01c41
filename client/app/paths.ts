/** Where each screen lives. */
export const paths = {
  home: () => '/',
  signIn: () => '/sign-in',
  desk: (negotiationId: string) => `/n/${negotiationId}`,
  text: (negotiationId: string, textId: string) => `/n/${negotiationId}/t/${textId}`,
  comparisonPicker: (negotiationId: string, base?: string) => `/n/${negotiationId}/compare${base === undefined ? '' : `?base=${base}`}`,
  comparison: (negotiationId: string, comparisonId: string) => `/n/${negotiationId}/compare/${comparisonId}`,
} as const
