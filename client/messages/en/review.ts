/** The words of client/features/review. */
export const review = {
  title: 'Review',
} as const
