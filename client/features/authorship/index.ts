export { AuthorshipBar } from './AuthorshipBar.tsx'
export type { WrittenPage } from './use-authorship.ts'
