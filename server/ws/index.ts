export { attachLive, type Live } from './attach.ts'
export type { Account, LiveLimits } from './ports.ts'
