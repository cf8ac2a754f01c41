export type { Brand } from './brand.ts'
export { invariant, unreachable } from './check.ts'
export { nestsDeeper } from './nesting.ts'
export { REFUSALS, Refused, isRefusalId, type RefusalId } from './refusal.ts'
