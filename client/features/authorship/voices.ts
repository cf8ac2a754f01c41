import type { ClauseId } from '#shared/clauses/index.ts'
import type { WrittenClause } from '#shared/document/index.ts'
import type { FindAuthor } from '#shared/records/index.ts'

/** Who said some words, in whose name, and when: in minutes since 1970, null where it is not known; `isFresh`: not stored yet, or just now. */
export type Voice = Readonly<{ name: string; delegation: string; brought: boolean; minute: number | null; isFresh: boolean }>

/** Words `from`–`to` of a clause; `voice` is an index into the voices. */
export type SpokenWords = Readonly<{ clauseId: ClauseId; from: number; to: number; voice: number }>

export type Spoken = Readonly<{ voices: readonly Voice[]; words: readonly SpokenWords[]; /** Whether some words are not in the table of authors yet. */ lacks: boolean }>

/** One delegation's part of the wording. `share` is of all characters, 0–1; brought-in words are one row by themselves. */
export type Share = Readonly<{ delegation: string; brought: boolean; share: number; colour: number; pattern: number }>

/** What is known of a writer whose words the table lacks: who is present as a Yjs client. */
export type PresentAs = (client: number) => Readonly<{ name: string; delegation: string }> | null

/** Who said which words of the page. Neighbouring words of one voice are one. */
export function spokenWords(written: readonly WrittenClause[], find: FindAuthor, presentAs: PresentAs): Spoken {
  const voices: Voice[] = []
  const indexes = new Map<string, number>()
  const words: SpokenWords[] = []
  let lacks = false
  const indexOf = (voice: Voice): number => {
    const key = JSON.stringify(voice)
    const index = indexes.get(key) ?? voices.push(voice) - 1
    indexes.set(key, index)
    return index
  }
  for (const { clauseId, runs } of written) {
    for (const run of runs) {
      for (let at = run.from; at < run.to; ) {
        const authored = find(run.client, run.clock + at - run.from)
        const to = authored === null ? run.to : Math.min(run.to, at + authored.to - (run.clock + at - run.from))
        if (authored === null) lacks = true
        const voice = indexOf(authored === null ? freshVoice(presentAs(run.client)) : { ...nameOf(authored.author), minute: authored.minute, isFresh: false })
        const last = words.at(-1)
        if (last?.clauseId === clauseId && last.to === at && last.voice === voice) words[words.length - 1] = { ...last, to }
        else words.push({ clauseId, from: at, to, voice })
        at = to
      }
    }
  }
  return { voices, words, lacks }
}

const nameOf = ({ name, delegation, brought }: Pick<Voice, 'name' | 'delegation' | 'brought'>) => ({ name, delegation, brought })

const freshVoice = (present: ReturnType<PresentAs>): Voice => ({ name: present?.name ?? '', delegation: present?.delegation ?? '', brought: false, minute: null, isFresh: true })

/** Twelve colours and five patterns: delegations beyond the twelfth differ from the first twelve in pattern. */
const COLOURS = 12
const PATTERNS = 5

/** The delegations of `voices`, the one that spoke first in front, with their part of the wording; what was brought in comes last. */
export function sharesOf({ voices, words }: Spoken, order: readonly string[]): readonly Share[] {
  const said = voices.map(() => 0)
  let total = 0
  for (const { from, to, voice } of words) {
    said[voice] = (said[voice] ?? 0) + to - from
    total += to - from
  }
  const partOf = (isIn: (voice: Voice) => boolean): number => (total === 0 ? 0 : voices.reduce((sum, voice, index) => (isIn(voice) ? sum + (said[index] ?? 0) : sum), 0) / total)
  const own = order.map((delegation, index) => ({
    delegation,
    brought: false,
    share: partOf((voice) => !voice.brought && voice.delegation === delegation),
    colour: index % COLOURS,
    pattern: index % PATTERNS,
  }))
  const broughtIn = partOf(({ brought }) => brought)
  const brought = broughtIn === 0 ? [] : [{ delegation: voices.find((voice) => voice.brought)?.delegation ?? '', brought: true, share: broughtIn, colour: 0, pattern: 0 }]
  return [...own.filter(({ share }) => share > 0), ...brought]
}

/** The delegations in the order in which the table of authors, and then the fresh voices, name them: an order that only grows. */
export function delegationsOf(authors: readonly Pick<Voice, 'delegation' | 'brought'>[], voices: readonly Voice[]): readonly string[] {
  return [...new Set([...authors, ...voices].filter(({ brought }) => !brought).map(({ delegation }) => delegation))]
}

/** The voice of the words in front of a caret at `offset` of a clause, or behind it at the start; null where there are none. */
export function voiceBefore({ words }: Spoken, { clauseId, offset }: Readonly<{ clauseId: ClauseId; offset: number }>): number | null {
  const here = words.filter((one) => one.clauseId === clauseId)
  return (here.find(({ from, to }) => from < offset && offset <= to) ?? here.find(({ from }) => from === 0 && offset === 0))?.voice ?? null
}
