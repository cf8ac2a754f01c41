import { draw } from '#server/identity/index.ts'
import type { MemberRow } from '#server/storage/port.ts'
import { bringInRequest, broughtIn, contentView, describeTextRequest, type BringInRequest } from '#shared/api/index.ts'
import { clauseIdsFrom } from '#shared/clauses/index.ts'
import { readFile } from '#shared/formats/index.ts'
import { Refused, invariant } from '#shared/kernel/index.ts'
import { LIMITS } from '#shared/protocol/index.ts'
import type { Chronicle } from './chronicle.ts'
import type { Contents } from './content.ts'
import { newText } from './making.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'
import { allow, type Standing } from './standing.ts'
import { textViews, versionView } from './views.ts'

/** A file in base64, with room for the words around it. */
const BRING_IN_BYTES = Math.ceil(LIMITS.fileBytes / 3) * 4 + 64 * 1024

/** Texts: brought in, described, read. */
export function textRoutes(
  routes: Routes,
  { storage, now }: HttpPorts,
  { memberIn, textFor, chronicle, contents }: Standing & Readonly<{ chronicle: Chronicle; contents: Contents }>,
): void {
  async function checkChapters(negotiationId: string, chapterIds: readonly string[]): Promise<void> {
    const known = new Set((await storage.negotiations.chapters(negotiationId)).map((chapter) => chapter.id))
    if (chapterIds.some((id) => !known.has(id))) {
      throw new Refused('bad-input', 'chapterIds: a chapter is not on the roadmap any more. Reload and choose again.')
    }
  }

  routes.signedIn({
    method: 'POST',
    path: '/api/negotiations/:id/texts',
    body: bringInRequest,
    bodyBytes: BRING_IN_BYTES,
    answer: broughtIn,
    reply: async ({ id, account, body }) => {
      const member = await memberIn(id, account)
      const delegation = owningDelegation(member, body)
      allow(member, { do: 'bring-in', kind: body.kind, delegation })
      await checkChapters(id, body.chapterIds)
      const { text, report } = readFile({
        name: body.file.name,
        bytes: bytesOf(body.file.base64),
        newId: clauseIdsFrom(draw),
        title: body.title,
        ...(body.language === null ? {} : { language: body.language }),
      })
      const { row, seed } = newText({ ...text, title: body.title }, {
        by: member,
        at: new Date(now()).toISOString(),
        facts: {
          kind: body.kind,
          submitter: body.submitter === '' && body.kind === 'submitted' ? delegation : body.submitter,
          delegation: body.kind === 'private' ? delegation : '',
          receivedOn: body.receivedOn,
          chapterIds: [...new Set(body.chapterIds)],
        },
      })
      await chronicle(member, { act: 'text-brought-in', subject: row.title, topic: 'texts', text: row }, (inside) => [inside.texts.create(row, seed)])
      const [view] = await textViews([row], storage, new Set(row.chapterIds))
      invariant(view !== undefined, 'one text has one view')
      return { text: view, unrecognised: report.unrecognised.length }
    },
  })

  routes.signedIn({
    method: 'PATCH',
    path: '/api/texts/:id',
    body: describeTextRequest,
    answer: null,
    reply: async ({ id, account, body }) => {
      const { member, text } = await textFor(id, account)
      allow(member, { do: 'describe-text', text })
      await checkChapters(text.negotiationId, body.chapterIds)
      const described = { ...body, chapterIds: [...new Set(body.chapterIds)] }
      await chronicle(member, { act: 'text-described', subject: body.title, topic: 'texts', text }, (inside) => [inside.texts.describe(id, described)])
    },
  })

  routes.signedIn({
    method: 'GET',
    path: '/api/texts/:id/content',
    body: null,
    answer: contentView,
    reply: async ({ id, account, query }) => {
      const { text } = await textFor(id, account)
      const content = await contents.of(text, query['version'] ?? null)
      return { ...content, version: content.version === null ? null : versionView(content.version) }
    },
  })
}

/** On whose behalf a text comes in: a private draft always on that of whoever brings it, a submitted one on its submitter's. */
const owningDelegation = (member: MemberRow, { kind, submitter }: Pick<BringInRequest, 'kind' | 'submitter'>): string =>
  kind === 'submitted' && submitter !== '' ? submitter : member.delegation

function bytesOf(base64: string): Uint8Array {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length <= LIMITS.fileBytes) return bytes
  throw new Refused('too-large', `The file has ${megabytes(bytes.length)} MB; at most ${megabytes(LIMITS.fileBytes)} MB are taken. Split it and bring in the parts.`)
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1)
