/** The words of client/features/entry. */
export const entry = {
  title: 'entry',
} as const
