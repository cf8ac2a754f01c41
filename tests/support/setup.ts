import fc from 'fast-check'

/** Randomness is always seeded: a red run is the same run tomorrow. `FC_SEED` explores others. */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 1969) })
