/** The words of client/features/room. */
export const room = {
  joining: 'opening',
  saved: 'saved',
  readOnly: 'read only, live',
  saving: 'saving',
  offline_one: 'offline, {{count}} change kept on this computer',
  offline_other: 'offline, {{count}} changes kept on this computer',
  unstored_one: 'not saved: {{count}} change kept on this computer',
  unstored_other: 'not saved: {{count}} changes kept on this computer',
  refused: 'disconnected',
  banner: {
    offline_one: 'The connection is lost. Go on writing: {{count}} change is kept on this computer and will be sent when the connection is back.',
    offline_other: 'The connection is lost. Go on writing: {{count}} changes are kept on this computer and will be sent when the connection is back.',
    kept_one: '{{count}} change of yours is kept on this computer and not lost.',
    kept_other: '{{count}} changes of yours are kept on this computer and not lost.',
  },
} as const
