export { useWriting, writingIn, type Writing } from './dates.ts'
export { en, type Catalogue } from './en.ts'
export { sentenceOf } from './failure.ts'
export { CATALOGUES, startMessages, type InterfaceLanguage } from './start.ts'
