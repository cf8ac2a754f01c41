export { openSqlite } from './open.ts'
export { openForReading, type KeptFolder } from './reading.ts'
