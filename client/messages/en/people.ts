/** The words of client/features/people. */
export const people = {
  title: 'people',
} as const
