import { onTestFinished } from 'vitest'
import { tempFolder } from '../../faults/folder.ts'
import { startHarbour, type Harbour, type HarbourOptions } from './harbour.ts'

/** A harbour over a new folder, or over `dataDir` as it is, that stops with the test. */
export async function openHarbour({ dataDir = tempFolder(), ...options }: HarbourOptions & Readonly<{ dataDir?: string }> = {}): Promise<Harbour> {
  const harbour = await startHarbour(dataDir, options)
  onTestFinished(() => harbour.close())
  return harbour
}
