import { clauseIdsFrom, type ClauseText } from '#shared/clauses/index.ts'
import { Chance } from './chance.ts'

/** Words that occur nowhere else in a game: Han characters, each one code unit. */
export class NewWords {
  #next = 0x4e00

  /** With `emoji` one more character, which is two code units and may occur again. */
  make(count: number, emoji: boolean): string {
    let words = emoji ? '\u{1f600}' : ''
    for (let at = 0; at < count; at++) words += String.fromCharCode(this.#next++)
    return words
  }

  /** The draft that games begin with. */
  draft(): ClauseText {
    const chance = new Chance(0)
    const newId = clauseIdsFrom((below) => chance.below(below))
    const clauses = Array.from({ length: 5 }, (_, at) => ({
      id: newId(),
      kind: at === 0 ? ('article' as const) : ('paragraph' as const),
      depth: 0,
      number: null,
      text: this.make(6, at === 2),
      spans: at === 1 ? [{ from: 1, to: 4, mark: 'em' as const }] : [],
    }))
    return { title: 'Draft', settings: { style: 'un', language: 'en', articleWord: null }, clauses }
  }
}
