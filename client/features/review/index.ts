export { threadFinder, threadLister, type FoundThread, type Ground } from './found-threads.ts'
export { ReviewPanel, type ReviewPanelProps } from './ReviewPanel.tsx'
export type { NewSubject } from './subject.ts'
