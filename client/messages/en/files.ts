/** The words of client/features/files. */
export const files = {
  title: 'files',
} as const
