export { foundThreads, type FoundThread, type Ground } from './found-threads.ts'
export { ReviewPanel, type NewSubject, type ReviewPanelProps } from './ReviewPanel.tsx'
