import { newId } from '#server/identity/index.ts'
import { issueVersionRequest, renumbered, versionView } from '#shared/api/index.ts'
import { holdNumbers, holdOn, renumber, type ClauseText, type HeldNumbers } from '#shared/clauses/index.ts'
import { Refused, invariant } from '#shared/kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import type { Contents } from './content.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'
import { allow, allowChange, type Standing } from './standing.ts'
import type { Turns } from './turns.ts'
import { versionView as viewOf } from './views.ts'

/** Versions, and the one act that lets numbering run again. */
export function versionRoutes(
  routes: Routes,
  { storage, now }: HttpPorts,
  { textFor, chronicle, contents, turns }: Standing & Readonly<{ chronicle: Chronicle; contents: Contents; turns: Turns }>,
): void {
  routes.signedIn({
    method: 'POST',
    path: '/api/texts/:id/versions',
    body: issueVersionRequest,
    answer: versionView,
    reply: async ({ id, account, body: { symbol, note } }) => {
      const { member, text } = await textFor(id, account)
      allow(member, { do: 'issue-version', text })
      return turns(id, async () => {
        const content = await contents.of(text, null)
        const held = symbol === null ? content.held : holdUnder(symbol, content)
        const ordinal = 1 + Math.max(0, ...(await storage.texts.versions(id)).map((version) => version.ordinal))
        const hash = await contents.keep({ text: content.text, held })
        const issuedAt = new Date(now()).toISOString()
        const version = { id: newId(), textId: id, ordinal, symbol, note, contentHash: hash, issuedBy: member.name, issuedAt }
        const deed = { act: 'version-issued', subject: `${symbol ?? ordinal} · ${text.title}`, topic: 'versions', text, digest: hash } as const
        await chronicle(member, deed, (inside) => [
          inside.texts.addVersion(version),
          ...(symbol === null ? [] : [inside.texts.setHeld(id, held)]),
        ])
        const kept = (await storage.texts.versions(id)).find((row) => row.id === version.id)
        invariant(kept !== undefined, 'a version stays')
        return viewOf(kept)
      })
    },
  })

  routes.signedIn({
    method: 'POST',
    path: '/api/texts/:id/renumber',
    body: null,
    answer: renumbered,
    reply: async ({ id, account }) => {
      const { member, text } = await textFor(id, account)
      allow(member, { do: 'renumber', text })
      return turns(id, async () => {
        allowChange((await textFor(id, account)).text) // it may have been frozen while others had their turn
        const { text: wording, held } = await contents.of(text, null)
        if (held === null) throw new Refused('bad-input', 'The numbering of this text is not held, so there is nothing to renumber.')
        const table = renumber(wording.clauses, wording.settings, held)
        await chronicle(member, { act: 'text-renumbered', subject: text.title, topic: 'versions', text }, (inside) => [inside.texts.setHeld(id, null)])
        return { rows: table.map(({ id: clauseId, before, after, fate }) => ({ clauseId, before, after, fate })) }
      })
    },
  })
}

/** The hold that a document symbol brings: the numbers as they run, or as the hold before it has them. */
const holdUnder = (symbol: string, { text, held }: Readonly<{ text: ClauseText; held: HeldNumbers | null }>): HeldNumbers =>
  held === null ? holdNumbers(text.clauses, text.settings, symbol) : holdOn(text.clauses, text.settings, { held, symbol })
