import { placesOf } from '../structure/works.ts'

/** What the draw and the parting of the sample start from. */
export const SEED = 20_261_124
/** The same for the second sample. */
export const SECOND_SEED = 51_126_202

/** `items` in an order that `seed`, a whole number, decides. */
export function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const places = placesOf(seed, items.length)
  return items.map((item, i) => ({ item, place: places[i] ?? 0 })).toSorted((one, other) => one.place - other.place).map(({ item }) => item)
}
