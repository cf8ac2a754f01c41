export { askOperator, doorPath, openDoor, type Answer, type Question } from './door.ts'
export { resetLinkFor } from './reset.ts'
