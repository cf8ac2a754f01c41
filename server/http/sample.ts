import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { draw } from '#server/identity/index.ts'
import type { MemberRow, TextRow } from '#server/storage/port.ts'
import { sampleLoaded } from '#shared/api/index.ts'
import { LANGUAGES, NUMBERING_STYLES, clauseIdsFrom } from '#shared/clauses/index.ts'
import { readText } from '#shared/formats/index.ts'
import { invariant } from '#shared/kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import { newText, type NewText } from './making.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'
import { allow, type Standing } from './standing.ts'
import type { Turns } from './turns.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const SECOND_DRAFTER_VALID_MS = DAY_MS

const sampleFile = z.object({
  chapters: z.array(z.object({ key: z.string(), title: z.string(), dueInDays: z.number().int().nullable() })),
  texts: z.array(
    z.object({
      file: z.string().regex(/^[\w-]+\.txt$/),
      title: z.string(),
      kind: z.enum(['rolling', 'submitted', 'reference']),
      submitter: z.string(),
      receivedDaysAgo: z.number().int().nonnegative(),
      chapters: z.array(z.string()),
      language: z.enum(LANGUAGES),
      style: z.enum(NUMBERING_STYLES),
    }),
  ),
})
type SampleText = z.infer<typeof sampleFile>['texts'][number]

/** The sample negotiation, loaded into one that exists: chapters, a rolling text, two rival drafts, a link for a second drafter. */
export function sampleRoutes(
  routes: Routes,
  { storage, links, now, samplesDir }: HttpPorts,
  { memberIn, chronicle, turns }: Readonly<{ memberIn: Standing['memberIn']; chronicle: Chronicle; turns: Turns }>,
): void {
  const dayAt = (days: number) => new Date(now() + days * DAY_MS).toISOString().slice(0, 10)

  /** One of the sample's texts, yet to be created. */
  async function read(member: MemberRow, sample: SampleText, chapterIdOf: ReadonlyMap<string, string>): Promise<NewText> {
    const id = sampleId(member.negotiationId, sample.file)
    const source = await readFile(join(samplesDir, sample.file), 'utf8')
    const { text } = readText(source, { newId: clauseIdsFrom(draw), language: sample.language, title: sample.title })
    const wording = { ...text, title: sample.title, settings: { ...text.settings, style: sample.style } }
    return newText(wording, {
      by: member,
      id,
      at: new Date(now()).toISOString(),
      facts: {
        kind: sample.kind,
        submitter: sample.submitter,
        delegation: '',
        receivedOn: dayAt(-sample.receivedDaysAgo),
        chapterIds: sample.chapters.flatMap((key) => chapterIdOf.get(key) ?? []),
      },
    })
  }

  routes.signedIn({
    method: 'POST',
    path: '/api/negotiations/:id/sample',
    body: null,
    answer: sampleLoaded,
    reply: async ({ id, account }) => {
      const member = await memberIn(id, account)
      allow(member, { do: 'start-sample' })
      const sample = sampleFile.parse(JSON.parse(await readFile(join(samplesDir, 'negotiation.json'), 'utf8')))
      const texts = await turns(`sample:${id}`, async () => {
        const there = new Map((await storage.texts.ofNegotiation(id)).map((text) => [text.id, text]))
        const chapters = await storage.negotiations.chapters(id)
        const sampleChapters = sample.chapters.map(({ key, title, dueInDays }) => ({
          key,
          chapter: { id: sampleId(id, key), title, dueOn: dueInDays === null ? null : dayAt(dueInDays) },
        }))
        const isFirst = !sample.texts.some(({ file }) => there.has(sampleId(id, file)))
        const missing = isFirst ? sampleChapters.filter(({ chapter }) => !chapters.some((known) => known.id === chapter.id)) : []
        const chapterIdOf = new Map(sampleChapters.map(({ key, chapter }) => [key, chapter.id]))
        const fresh: NewText[] = []
        const rows: TextRow[] = []
        for (const text of sample.texts) {
          const known = there.get(sampleId(id, text.file))
          if (known !== undefined) rows.push(known)
          else {
            const made = await read(member, text, chapterIdOf)
            fresh.push(made)
            rows.push(made.row)
          }
        }
        if (fresh.length > 0) {
          await chronicle(member, { act: 'sample-loaded', subject: '', topic: 'texts' }, (inside) => [
            inside.negotiations.replaceChapters(id, [...chapters, ...missing.map(({ chapter }) => chapter)]),
            ...fresh.map(({ row, seed }) => inside.texts.create(row, seed)),
          ])
        }
        return rows
      })
      const rolling = texts.find(({ kind }) => kind === 'rolling')
      invariant(rolling !== undefined, 'the sample has a rolling text')
      const { token } = await links.issue({
        kind: 'second-drafter',
        negotiationId: id,
        role: 'drafter',
        delegation: secondDelegation(texts, member),
        memberId: null,
        invitedBy: member.id,
        uses: 1,
        validMs: SECOND_DRAFTER_VALID_MS,
      })
      return {
        rollingTextId: rolling.id,
        draftIds: texts.filter(({ kind }) => kind !== 'rolling').map((text) => text.id),
        secondDrafterPath: `/second#${token}`,
      }
    },
  })
}

/** The same part of the sample has the same id in the same negotiation, so that loading it again finds it. */
function sampleId(negotiationId: string, part: string): string {
  const digest = createHash('sha256').update(`${negotiationId}/${part}`).digest('hex')
  return BigInt(`0x${digest}`).toString(36).slice(0, 20)
}

/** One of the delegations that submitted a draft, so that the second drafter's caret shows another name than the first's. */
const secondDelegation = (texts: readonly TextRow[], { delegation }: MemberRow): string =>
  texts.find(({ kind, submitter }) => kind === 'submitted' && submitter !== delegation)?.submitter ?? 'Second delegation'
