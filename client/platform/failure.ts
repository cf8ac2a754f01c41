/** The server could not be reached at all. */
export class Unreached extends Error {
  constructor(cause: unknown) {
    super('The server could not be reached', { cause })
    this.name = 'Unreached'
  }
}

/** The server answered with something that no schema of the API describes. */
export class AnswerUnknown extends Error {
  constructor(what: string, cause: unknown) {
    super(`Unknown answer: ${what}`, { cause })
    this.name = 'AnswerUnknown'
  }
}
