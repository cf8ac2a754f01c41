/** One side of a change within its clause: what it strikes or inserts, and what stands before and after it there. */
export type HunkSide = Readonly<{ words: string; before: string; after: string }>

/** A change inside a clause that both texts have. `base.words` is what it strikes, `revised.words` what it inserts. */
export type Hunk = Readonly<{ base: HunkSide; revised: HunkSide }>

/** What a change strikes and inserts, for grounds. */
export const spoken = ({ base, revised }: Hunk): Readonly<{ struck: string; inserted: string }> => ({
  struck: base.words.trim(),
  inserted: revised.words.trim(),
})

/** The last letters before a change and the first after it: rules that look at its surroundings look no further. */
export const nearBefore = ({ before }: HunkSide, letters: number): string => before.slice(-letters)
export const nearAfter = ({ after }: HunkSide, letters: number): string => after.slice(0, letters)

/** What both sides of a change tell, whichever of them is which. */
export const eitherSide = ({ base, revised }: Hunk, holds: (side: HunkSide) => boolean): boolean => holds(base) || holds(revised)
export const bothSides = ({ base, revised }: Hunk, holds: (side: HunkSide) => boolean): boolean => holds(base) && holds(revised)
