import { Chance } from './chance.ts'

/** A place as fractions of whatever is there when the move is played: a clause, and a stretch in it. */
export type Where = Readonly<{ clause: number; from: number; to: number }>

/** What one drafter does at the table. Data only: printable, replayable, shrinkable. */
export type Deed =
  | Readonly<{ do: 'type'; where: Where; count: number; emoji: boolean }>
  | Readonly<{ do: 'erase' | 'replace'; where: Where }>
  | Readonly<{ do: 'erase-across'; where: Where; until: Where }>
  | Readonly<{ do: 'paste'; where: Where; clauses: number; ids: 'none' | 'foreign' | 'known' }>
  | Readonly<{ do: 'cut-and-paste'; where: Where; count: number; target: number }>
  | Readonly<{ do: 'split' | 'split-at-start' | 'split-at-end' | 'merge-back' | 'merge-on' | 'remove' | 'up' | 'down' | 'indent' | 'outdent' | 'kind' | 'number'; where: Where }>
  | Readonly<{ do: 'em' | 'strong'; where: Where; until: Where | null }>
  | Readonly<{ do: 'several'; deeds: readonly Readonly<{ what: 'insert' | 'delete' | 'split' | 'join'; where: Where }>[] }>
  | Readonly<{ do: 'newer-client'; where: Where; what: 'mark' | 'atom' }>
  | Readonly<{ do: 'undo' | 'redo' | 'leave' | 'return' }>
  | Readonly<{ do: 'hear' | 'send'; count: number }>

export type Move = Readonly<{ drafter: number; deed: Deed }>

/** What a script may hold. */
export type Script = Readonly<{ seed: number; drafters: number; count: number; undo: boolean; several: boolean }>

const STRUCTURE = ['split', 'split', 'split-at-start', 'split-at-end', 'merge-back', 'merge-back', 'merge-on', 'remove', 'up', 'down', 'up', 'down', 'indent', 'outdent', 'kind', 'number'] as const

/** The script that `seed` stands for: its number of drafters, and whether it undoes and groups steps, follow from it. */
export const scriptOf = (seed: number): Script => ({
  seed,
  drafters: 2 + (seed % 4),
  count: 50 + (seed % 3) * 25,
  undo: seed % 2 === 0,
  several: seed % 3 !== 1,
})

class Draw {
  readonly #chance: Chance
  readonly #script: Script

  constructor(script: Script) {
    this.#chance = new Chance(script.seed)
    this.#script = script
  }

  moves(): readonly Move[] {
    return Array.from({ length: this.#script.count }, () => ({ drafter: this.#chance.below(this.#script.drafters), deed: this.#deed() }))
  }

  #where(): Where {
    const [one, other] = [this.#chance.fraction(), this.#chance.fraction()]
    return { clause: this.#chance.fraction(), from: Math.min(one, other), to: Math.max(one, other) }
  }

  #deed(): Deed {
    const chance = this.#chance
    const roll = chance.below(100)
    if (roll < 22) return { do: 'type', where: this.#where(), count: 1 + chance.below(5), emoji: chance.below(5) === 0 }
    if (roll < 27) return { do: chance.pick(['erase', 'replace']), where: this.#where() }
    if (roll < 31) return { do: 'erase-across', where: this.#where(), until: this.#where() }
    if (roll < 55) return { do: chance.pick(STRUCTURE), where: this.#where() }
    if (roll < 58) return { do: 'paste', where: this.#where(), clauses: 1 + chance.below(3), ids: chance.pick(['none', 'foreign', 'known']) }
    if (roll < 60) return { do: 'cut-and-paste', where: this.#where(), count: 1 + chance.below(2), target: chance.fraction() }
    if (roll < 65) return { do: chance.pick(['em', 'strong']), where: this.#where(), until: chance.below(3) === 0 ? this.#where() : null }
    if (roll < 66) return { do: 'newer-client', where: this.#where(), what: chance.pick(['mark', 'atom']) }
    if (roll < 70) return this.#script.several ? this.#several() : { do: 'type', where: this.#where(), count: 2, emoji: false }
    if (roll < 78 && this.#script.undo) return { do: chance.pick(['undo', 'undo', 'redo']) }
    if (roll < 81) return { do: chance.pick(['leave', 'return']) }
    return { do: chance.pick(['hear', 'send', 'hear']), count: 1 + chance.below(6) }
  }

  #several(): Deed {
    const one = () => ({ what: this.#chance.pick(['insert', 'delete', 'split', 'join'] as const), where: this.#where() })
    return { do: 'several', deeds: Array.from({ length: 2 + this.#chance.below(3) }, one) }
  }
}

export const drawMoves = (script: Script): readonly Move[] => new Draw(script).moves()
