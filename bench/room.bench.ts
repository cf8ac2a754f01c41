/*
 * Updates a second through one room: 20 drafters type a character an update, as fast as their sockets take it, until somebody
 * else has seen the last one. Ours shows nothing that is not on disk; the peer keeps everything in memory only. Beside it stands
 * what the same disk does at that moment when every update is appended and flushed alone.
 */
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { SCHEMA_VERSION } from '../shared/document/index.ts'
import { LIVE_PATH, draftRoom } from '../shared/protocol/index.ts'
import { median, percentile, report } from './report.ts'
import { lastLineOf } from './support/child.ts'
import { openHouse, type House } from './support/house.ts'
import { openPeerServer } from './support/peer-server.ts'

const LOAD_WITHIN_MS = 10 * 60_000
const APPEND_FOR_MS = 1_500
const loadField = z.object({
  writers: z.number(),
  updates: z.number(),
  frameBytes: z.number(),
  results: z.array(z.object({ perSecond: z.array(z.number()), delaysMs: z.array(z.number()) })),
})

/** Appends `bytes` and flushes, again and again; answers how often a second. */
function appendsPerSecond(folder: string, bytes: number): number {
  const file = openSync(join(folder, 'append'), 'a')
  const entry = Buffer.alloc(bytes, 7)
  const began = performance.now()
  let count = 0
  while (performance.now() - began < APPEND_FOR_MS) {
    writeSync(file, entry)
    fdatasyncSync(file)
    count++
  }
  closeSync(file)
  return (count * 1000) / (performance.now() - began)
}

async function measure(house: House, peerUrl: string): Promise<void> {
  const { id } = await house.loadSample()
  const ours = {
    url: `${house.url.replace('http', 'ws')}${LIVE_PATH}/${draftRoom(id)}?schema=${SCHEMA_VERSION}`,
    headers: { cookie: house.cookie, origin: house.url },
  }
  const peer = { url: `${peerUrl}/${draftRoom(id)}`, headers: {} }
  const before = appendsPerSecond(house.dataDir, 64)
  const line = await lastLineOf('bench/room/load.ts', [JSON.stringify([ours, peer])], LOAD_WITHIN_MS)
  if (line === null) throw new Error('the rooms did not come to an end in time')
  const { writers, updates, frameBytes, results } = loadField.parse(JSON.parse(line))
  const after = appendsPerSecond(house.dataDir, 64)
  const [travaux, other] = results
  if (travaux === undefined || other === undefined) throw new Error('a room was not loaded')
  const name = '@y/websocket-server 0.1.1, in memory'
  const perSecond = median(travaux.perSecond)
  const raw = { name: 'raw append and fdatasync, one by one', value: median([before, after]) }
  report(`One room, ${writers} drafters, ${updates} updates a round, ${frameBytes} bytes a frame`, [
    { what: 'updates a second, stored and seen by others', unit: '/s', ours: perSecond, peer: { name, value: median(other.perSecond) } },
    { what: 'updates a second against the bare disk', unit: '/s', ours: perSecond, peer: raw },
    { what: 'sent → seen by others, one at a time, p50', unit: 'ms', ours: median(travaux.delaysMs), peer: { name, value: median(other.delaysMs) } },
    { what: 'sent → seen by others, one at a time, p95', unit: 'ms', ours: percentile(travaux.delaysMs, 0.95), peer: { name, value: percentile(other.delaysMs, 0.95) } },
  ])
}

const house = await openHouse()
const peer = await openPeerServer()
try {
  await measure(house, peer.url)
} finally {
  await peer.close()
  await house.close()
}
