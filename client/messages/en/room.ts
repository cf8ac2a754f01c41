/** The words of client/features/room. */
export const room = {
  title: 'Room',
} as const
