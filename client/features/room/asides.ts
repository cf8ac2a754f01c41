import * as Y from 'yjs'
import type { Aside, Kept, TextKey } from '#client/platform/index.ts'
import type { RefusalId } from '#shared/kernel/index.ts'
import { readMeta } from '#shared/document/index.ts'
import { drawName } from './kept-copy.ts'

/** Refusals of what was written: the words are kept, and the draft is opened anew from the server. */
const REFUSES_WORDS: readonly string[] = ['text-frozen', 'not-allowed', 'too-large', 'foreign-authorship', 'marker-deleted', 'frame-malformed']
/** Refusals after which the text may not be read here any more: only one's own words are kept of it. */
const ENDS_READING: readonly string[] = ['not-found', 'not-a-member']

/** What becomes of the copy and the words in it when the server has said `because`. */
export function afterRefusal(because: string, unsaved: number): 'reopen' | 'keep-words' | 'forget' | 'stay' {
  if (REFUSES_WORDS.includes(because)) return unsaved > 0 ? 'reopen' : 'stay'
  if (ENDS_READING.includes(because)) return unsaved > 0 ? 'keep-words' : 'forget'
  return 'stay' // signed out, or the page is older than the server: the copy waits
}

/** The refused words of `doc`. `saved`: the state vector when the server last had everything; null when that is not known. */
export function asideOf(doc: Y.Doc, facts: Readonly<{ because: RefusalId; unsaved: number; at: string; mayRead: boolean; saved: Uint8Array | null }>): Aside {
  const words = facts.saved === null ? '' : wordsSince(doc, facts.saved)
  return {
    id: drawName(),
    at: facts.at,
    because: facts.because,
    title: readMeta(doc).title,
    unsent: facts.unsaved,
    state: facts.mayRead || facts.saved === null ? Y.encodeStateAsUpdate(doc) : null,
    words,
  }
}

/** What stands in `doc` of the words that were typed since state `vector`, each run on a line. */
function wordsSince(doc: Y.Doc, vector: Uint8Array): string {
  const { structs } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, vector))
  return structs.flatMap((struct) => (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [struct.content.str] : [])).join('\n')
}

/** Words that could be kept nowhere but in this page. */
const inPage = new Map<string, readonly Aside[]>()
const nameOf = ({ memberId, textId }: TextKey): string => `${memberId}/${textId}`

/** Refused words of one text, on this computer where it keeps them and in this page where it does not. None of it rejects. */
export type Asides = Readonly<{
  /** Answers whether the copy is empty now: whether it no longer holds the words as if they were still to be sent. */
  add: (aside: Aside) => Promise<boolean>
  emptyCopy: () => Promise<boolean>
  all: () => Promise<readonly Aside[]>
  drop: (asideId: string) => Promise<void>
}>

export function asidesIn(kept: Promise<Kept | null>, key: TextKey): Asides {
  const name = nameOf(key)
  const emptyCopy = () =>
    attempt(kept, false, async (storage) => {
      await storage?.forgetText(key)
      return true
    })
  return {
    emptyCopy,
    async add(aside) {
      const isKept = await attempt(kept, false, async (storage) => {
        await storage?.setAside(key, aside)
        return storage !== null
      })
      if (isKept) return true
      inPage.set(name, [...(inPage.get(name) ?? []), aside])
      return emptyCopy() // on a full disk there may be room for nothing, and still things can be deleted
    },
    all: async () => [...(await attempt<readonly Aside[]>(kept, [], async (storage) => (await storage?.asides(key)) ?? [])), ...(inPage.get(name) ?? [])],
    async drop(asideId) {
      inPage.set(name, (inPage.get(name) ?? []).filter(({ id }) => id !== asideId))
      await attempt(kept, undefined, (storage) => storage?.dropAside(key, asideId) ?? Promise.resolve())
    },
  }
}

/** `otherwise` where the browser does not do it; the state of the copy says so. `use` gets null where it keeps nothing at all. */
async function attempt<Result>(kept: Promise<Kept | null>, otherwise: Result, use: (storage: Kept | null) => Promise<Result>): Promise<Result> {
  try {
    return await use(await kept)
  } catch {
    return otherwise
  }
}
