export { clauseAnchor, findAnchor, wordsAnchor, type AnchorFound, type AnchorGround, type Spot } from './anchor.ts'
export { authorFinder, type Author, type Authored, type Authorship, type FindAuthor } from './author.ts'
export { THREAD_KINDS, type Anchor, type Quote, type Signature, type Thread, type ThreadEntry, type ThreadKind } from './thread.ts'
