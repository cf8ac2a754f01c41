export { RescueBadge } from './RescueBadge.tsx'
export { RescueTray, type RescueTrayProps } from './RescueTray.tsx'
