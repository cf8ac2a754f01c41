/*
 * From a key to the screen, in Chromium: the product as people use it (real server, everything around the page, others' carets
 * listened for) beside a page with Tiptap's own collaboration on the same paragraphs and nothing around it: once bare, once
 * sending what is typed to @y/websocket-server and keeping it in the browser.
 */
import { chromium, type Browser, type Page } from 'playwright-core'
import { isDivision } from '../shared/clauses/index.ts'
import { openPeerPage, type PeerPage } from './keystroke/peer-page.ts'
import { type, watch, type Strokes } from './keystroke/typing.ts'
import { median, percentile, report, type Figure } from './report.ts'
import { clausesOf, fromCorpus, rollingSample, sampleCalled, type Source } from './support/corpus.ts'
import { openHouse, type House } from './support/house.ts'
import { openPeerServer } from './support/peer-server.ts'

const PLACES = { start: 0.02, middle: 0.5, end: 0.97 } as const
const EACH = 50
const TURNS = 3
const BARE = 'Tiptap 3.31.3 Collaboration, bare page'
const LIVE = 'the same with y-websocket and y-indexeddb'
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

type Place = keyof typeof PLACES
type Places = Readonly<Record<Place, Strokes[]>>
type Setting = Readonly<{ browser: Browser; house: House; peer: PeerPage; server: string }>

async function ourPage({ browser, house }: Setting, textId: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 820 } })
  const cookies = house.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: house.url }
  })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto(`${house.url}/n/${house.negotiationId}/t/${textId}`)
  await page.locator('.ProseMirror [data-clause]').first().waitFor({ timeout: 60_000 })
  return page
}

async function peerPage({ browser, peer }: Setting, source: Source, room: string | null): Promise<Page> {
  peer.show(clausesOf(source, 1).clauses.filter(({ text }) => text !== '').map(({ kind, text }) => ({ isHeading: isDivision(kind), text })))
  const context = await browser.newContext({ viewport: { width: 1366, height: 820 } })
  const page = await context.newPage()
  await page.goto(room === null ? peer.url : `${peer.url}?room=${encodeURIComponent(room)}`)
  await page.locator('body[data-blocks]').waitFor({ timeout: 60_000 })
  return page
}

async function typedIn(setting: Setting, textId: string, source: Source): Promise<readonly Figure[]> {
  const pages = [
    await watch(await ourPage(setting, textId)),
    await watch(await peerPage(setting, source, null)),
    await watch(await peerPage(setting, source, `${setting.server}/${textId}`)),
  ]
  const results = pages.map((): Places => ({ start: [], middle: [], end: [] }))
  for (const page of pages) await type(page, PLACES.middle, EACH) // does not count
  for (const [place, share] of Object.entries(PLACES) as [Place, number][])
    for (let turn = 0; turn < TURNS; turn++)
      for (const [i, page] of pages.entries()) results[i]?.[place].push(await type(page, share, EACH))
  for (const { page } of pages) await page.context().close()
  const [ours, bare, live] = results
  if (ours === undefined || bare === undefined || live === undefined) throw new Error('a page was not typed in')
  const words = source.source.split(/\s+/).length
  const beside = (name: string, peer: Places) => (what: string, of: (places: Places) => number): Figure => ({
    what: `${source.name} (${words} words), ${what}`,
    unit: 'ms',
    ours: of(ours),
    peer: { name, value: of(peer) },
  })
  const besideBare = beside(BARE, bare)
  const besideLive = beside(LIVE, live)
  const all = ({ start, middle, end }: Places): readonly Strokes[] => [...start, ...middle, ...end]
  const frames = (strokes: readonly Strokes[]) => strokes.flatMap(({ toFrame }) => toFrame)
  const scripts = (strokes: readonly Strokes[]) => strokes.flatMap(({ script }) => script)
  return [
    besideBare('key to frame at the start, p50', ({ start }) => median(frames(start))),
    besideBare('key to frame in the middle, p50', ({ middle }) => median(frames(middle))),
    besideBare('key to frame at the end, p50', ({ end }) => median(frames(end))),
    ...[besideBare, besideLive].flatMap((figure) => [
      figure('key to frame, p50', (places) => median(frames(all(places)))),
      figure('key to frame, p95', (places) => percentile(frames(all(places)), 0.95)),
      figure('script time, p50', (places) => median(scripts(all(places)))),
    ]),
  ]
}

const house = await openHouse()
const peer = await openPeerPage()
const server = await openPeerServer()
const browser = await chromium.launch({ executablePath: process.env['TRAVAUX_BROWSER'] ?? '/usr/bin/chromium', args: FLAGS })
try {
  const setting = { browser, house, peer, server: server.url }
  const { id, title } = await house.loadSample()
  const sample = await typedIn(setting, id, sampleCalled(title))
  const large = fromCorpus('treaties/unclos-1982-en.txt', 'UNCLOS', rollingSample)
  const treaty = await typedIn(setting, await house.bringIn(large.name, large.source), large)
  report(`Key to screen, ${EACH * TURNS} characters at each of three places, in turns`, [...sample, ...treaty])
} finally {
  await browser.close()
  await peer.close()
  await server.close()
  await house.close()
}
