/** How much of a long test is to be run: `npm run faults -- --kills 200` sets it, `npm test` leaves it at `usual`. */
export function amountOf(what: 'KILLS' | 'FRAMES', usual: number): number {
  const given = process.env[`FAULT_${what}`]
  return given === undefined ? usual : Number(given)
}

/** The seed of the long tests, as `npm run faults -- --seed` sets it. */
export const faultSeed = (): number => Number(process.env['FAULT_SEED'] ?? 1969)
