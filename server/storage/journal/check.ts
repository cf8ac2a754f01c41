import { CHAIN_START, entryHash, type ChainedEntry } from './chain.ts'

/**
 * What is wrong at one place of a chain. `missing`: no entry stands at `position`. `broken`: the entry there does not follow from
 * the one before it, so it was changed, put in, or comes from elsewhere.
 */
export type ChainFault = Readonly<{ fault: 'missing' | 'broken'; position: number }>

/** The faults of one negotiation's chain, given in the order of its positions (JR4). */
export function checkChain(entries: readonly ChainedEntry[]): readonly ChainFault[] {
  const faults: ChainFault[] = []
  /** What the next entry may stand on; null where what stood before it is missing. */
  let grounds: readonly string[] | null = [CHAIN_START]
  let expected = 1
  for (const entry of entries) {
    for (; expected < entry.position; expected++) {
      faults.push({ fault: 'missing', position: expected })
      grounds = null
    }
    const due: readonly string[] | null = grounds?.map((ground) => entryHash(entry, entry.position, ground)) ?? null
    const isSound: boolean = entry.position === expected && due?.includes(entry.hash) !== false
    if (!isSound) faults.push({ fault: 'broken', position: entry.position })
    // Where the hash alone was changed, the next entry still follows from what it should be.
    grounds = isSound ? [entry.hash] : [entry.hash, ...(due ?? []).slice(0, 1)]
    expected = entry.position + 1
  }
  return faults
}
