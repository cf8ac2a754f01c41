export { may, type Act, type Actor, type TextFacts } from './rights.ts'
export { ROLES, TEXT_KINDS, isRole, type Role, type TextKind } from './roles.ts'
