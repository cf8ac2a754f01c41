/** A place as fractions of whatever is there when the move is played: a clause, and a stretch in it. */
export type Where = Readonly<{ clause: number; from: number; to: number }>

/** What one drafter does in the editor. `which` of what the tray offers, as a fraction. */
export type Act =
  | Readonly<{ do: 'type'; where: Where; count: number; emoji: boolean }>
  | Readonly<{ do: 'erase' | 'replace'; where: Where }>
  | Readonly<{ do: 'erase-across'; where: Where; until: Where }>
  | Readonly<{ do: 'paste'; where: Where; clauses: number; ids: 'none' | 'foreign' | 'known' }>
  | Readonly<{ do: 'cut' | 'copy'; where: Where; what: 'words' | 'clauses'; count: number }>
  | Readonly<{ do: 'paste-clipboard'; where: Where }>
  | Readonly<{ do: 'split' | 'split-at-start' | 'split-at-end' | 'merge-back' | 'merge-on' | 'remove' | 'up' | 'down' | 'indent' | 'outdent' | 'kind' | 'number'; where: Where }>
  | Readonly<{ do: 'em' | 'strong'; where: Where; until: Where | null }>
  | Readonly<{ do: 'several'; deeds: readonly Readonly<{ what: 'insert' | 'delete' | 'split' | 'join'; where: Where }>[] }>
  | Readonly<{ do: 'replace-all' }>
  | Readonly<{ do: 'newer-client'; where: Where; what: 'mark' | 'atom' }>
  | Readonly<{ do: 'put-back'; which: number; way: 'clause' | 'words' }>
  | Readonly<{ do: 'undo' | 'redo' }>

/** What happens to one drafter's line. `hear`: in which way the next messages arrive. */
export type LineDeed =
  | Readonly<{ do: 'leave' | 'return' }>
  | Readonly<{ do: 'send'; count: number; twice: boolean }>
  | Readonly<{ do: 'hear'; count: number; how: 'in-order' | 'reversed' | 'twice' | 'as-one' }>

/** What happens to the server, or to all. `meet`: every line and every commit comes to an end. */
export type HouseDeed =
  | Readonly<{ do: 'pass'; ms: number }>
  | Readonly<{ do: 'restart' | 'hold' | 'let-go' | 'fill' | 'free' | 'meet' }>

/** A move at the table. Data only: printable, replayable, shrinkable. */
export type Move = Readonly<{ by: number; act: Act }> | Readonly<{ by: number; line: LineDeed }> | Readonly<{ house: HouseDeed }>

/** A whole game: how many sit at the table, and what happens. */
export type Script = Readonly<{ drafters: number; moves: readonly Move[] }>
