/** The words of client/features/drafting. */
export const drafting = {
  title: 'Drafting',
} as const
