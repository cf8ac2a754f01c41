/**
 * The rooms of the house and what each may import. A room is a folder or a single file; a file belongs to the longest
 * name that fits. A name stands for all rooms inside it too: `shared` for every room in shared.
 */
const SERVER_ROOMS = [
  'server/bus',
  'server/config.ts',
  'server/history',
  'server/http',
  'server/identity',
  'server/log.ts',
  'server/operator',
  'server/rooms',
  'server/samples',
  'server/storage/journal',
  'server/storage/port.ts',
  'server/storage/sqlite',
  'server/ws',
] as const

export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/kernel': [],
  'shared/clauses': ['shared/kernel'],
  'shared/compare': ['shared/clauses', 'shared/kernel'],
  'shared/provenance': ['shared/clauses', 'shared/compare', 'shared/kernel'],
  'shared/terms': ['shared/clauses', 'shared/compare', 'shared/kernel'],
  'shared/document': ['shared/clauses', 'shared/kernel'],
  'shared/records': ['shared/clauses', 'shared/compare', 'shared/kernel'],
  'shared/formats': ['shared/clauses', 'shared/compare', 'shared/kernel', 'shared/records'],
  'shared/exports': ['shared/clauses', 'shared/compare', 'shared/formats', 'shared/kernel'],
  'shared/rights': ['shared/kernel'],
  'shared/protocol': ['shared/clauses', 'shared/kernel'],
  'shared/api': ['shared'],

  'client/platform': ['shared'],
  'client/messages': ['shared', 'client/platform'],
  'client/ui': ['shared/kernel', 'client/messages', 'client/platform'],
  'client/features': ['shared', 'client/messages', 'client/platform', 'client/ui'],
  'client/app': ['shared', 'client/features', 'client/messages', 'client/platform', 'client/ui'],
  // What stands directly in client: main.tsx, the wiring.
  client: ['shared', 'client/app', 'client/features', 'client/messages', 'client/platform', 'client/ui'],

  'server/config.ts': ['shared'],
  'server/log.ts': [],
  'server/bus': ['shared'],
  'server/samples': ['shared'],
  'server/storage/pinned.ts': ['shared'],
  'server/storage/port.ts': ['shared', 'server/storage/pinned.ts'],
  'server/storage/journal': ['shared', 'server/storage/port.ts'],
  'server/storage/sqlite': ['shared', 'server/storage/journal', 'server/storage/port.ts'],
  'server/identity': ['shared', 'server/log.ts', 'server/storage/port.ts'],
  'server/rooms': ['shared', 'server/bus', 'server/log.ts', 'server/storage/port.ts'],
  'server/ws': ['shared', 'server/bus', 'server/identity', 'server/log.ts', 'server/rooms', 'server/storage/port.ts'],
  'server/history': ['shared', 'server/rooms', 'server/storage/port.ts'],
  'server/http': [
    'shared',
    'server/bus',
    'server/history',
    'server/identity',
    'server/log.ts',
    'server/rooms',
    'server/samples',
    'server/storage/port.ts',
  ],
  'server/operator': ['shared', 'server/http', 'server/identity', 'server/log.ts', 'server/storage/port.ts'],
  'server/cli': ['shared', 'server'],
  // What stands directly in server: main.ts and the other files that wire the program.
  server: ['shared', ...SERVER_ROOMS],

  bench: ['bench', 'client', 'server', 'shared'],
  tests: ['bench', 'client', 'server', 'shared', 'tests'],
}

/** The floors of shared/document, lowest first: each stands on those below it. */
export const DOCUMENT_FLOORS = ['yjs', 'model', 'writing', 'record', 'recovery', 'sync-types.ts', 'editor', 'sync', 'index.ts'] as const

/** Rooms that are entered by their index.ts alone; features count one by one. */
export const DOORS: readonly string[] = [
  ...Object.keys(MAY_IMPORT).filter((room) => /^shared\/|^client\/(?:messages|platform|ui)$/.test(room)),
  ...SERVER_ROOMS.filter((room) => !room.endsWith('.ts') && room !== 'server/samples'),
]

/** Packages that only some rooms may know, and why. */
export const KEPT_PACKAGES = [
  {
    packages: /^(?:yjs|y-protocols|y-websocket|y-indexeddb)(?:\/|$)/,
    rooms: ['shared/document', 'server/rooms', 'client/features/room', 'client/features/drafting'],
    why: 'only shared/document, the rooms of the server and the live features know how a draft is merged',
  },
  {
    packages: /^(?:prosemirror-[a-z]+|@tiptap\/[a-z0-9-]+)(?:\/|$)/,
    rooms: ['shared/document', 'client/features/drafting'],
    why: 'only shared/document and the drafting feature know the editor',
  },
  {
    packages: /^diff-match-patch(?:\/|$)/,
    rooms: ['shared/compare'],
    why: 'only shared/compare compares wording',
  },
] as const

const isIn = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`)

/** The room of `path`, or null when the table has none. */
export function roomOf(path: string): string | null {
  const rooms = Object.keys(MAY_IMPORT).filter((room) => isIn(path, room))
  return rooms.toSorted((one, other) => other.length - one.length)[0] ?? null
}

/** What a room is to others: a feature by its own name, everything else as in the table. */
export function unitOf(path: string): string | null {
  const feature = /^client\/features\/[^/]+/.exec(path)?.[0]
  return feature ?? roomOf(path)
}

/** Whether the room `from` may import from the room `to`. */
export const mayImport = (from: string, to: string): boolean =>
  from === to || (MAY_IMPORT[from] ?? []).some((allowed) => isIn(to, allowed))
