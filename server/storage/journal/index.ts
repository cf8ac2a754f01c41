export { CHAIN_START, chained, entryHash, type ChainedEntry } from './chain.ts'
export { checkChain, type ChainFault } from './check.ts'
