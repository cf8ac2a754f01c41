export { openBus, type Bus, type FeedListener } from './bus.ts'
