export { LiveRedlineBar } from './LiveRedlineBar.tsx'
export type { RedlinedPage } from './use-live-redline.ts'
