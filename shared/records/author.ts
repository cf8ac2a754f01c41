/** Who wrote something of a live draft, and in whose name. `brought`: it came with the text as it was brought in. */
export type Author = Readonly<{ memberId: string | null; name: string; delegation: string; brought: boolean }>

/** Who wrote each unit of a live draft: by Yjs client, its units `from`–`to` with an index into `authors` and when, in minutes since 1970. */
export type Authorship = Readonly<{
  authors: readonly Author[]
  clients: readonly Readonly<{ client: number; spans: readonly (readonly [from: number, to: number, author: number, minute: number | null])[] }>[]
}>

/** Units of one client, up to clock `to` (exclusive), that one author wrote in one minute; null where the minute was not kept. */
export type Authored = Readonly<{ to: number; author: Author; minute: number | null }>

/** Finds who wrote unit `clock` of Yjs client `client`; null for what is not known (yet). */
export type FindAuthor = (client: number, clock: number) => Authored | null

export function authorFinder({ authors, clients }: Authorship): FindAuthor {
  const spansOf = new Map(clients.map(({ client, spans }) => [client, spans]))
  return (client, clock) => {
    const spans = spansOf.get(client) ?? []
    let [low, high] = [0, spans.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((spans[middle]?.[1] ?? Infinity) <= clock) low = middle + 1
      else high = middle
    }
    const [from, to, index, minute] = spans[low] ?? [Infinity, Infinity, -1, null]
    const author = authors[index]
    return author === undefined || from > clock ? null : { to, author, minute }
  }
}
