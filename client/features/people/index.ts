export { ChaptersDialog } from './ChaptersDialog.tsx'
export { InviteDialog } from './InviteDialog.tsx'
export { PeopleDialog } from './PeopleDialog.tsx'
