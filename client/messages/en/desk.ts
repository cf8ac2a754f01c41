/** The negotiation's home. */
export const desk = {
  title: 'Desk',
} as const
