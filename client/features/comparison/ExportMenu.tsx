import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import { download } from '#client/platform/index.ts'
import type { ComparisonView } from '#shared/api/index.ts'
import type { Comparison } from '#shared/compare/index.ts'
import { parseHeld } from '#shared/clauses/index.ts'
import { correlationTable, redlinePage, resultOf, sheetOf, type Pin } from '#shared/exports/index.ts'

const FORMATS = ['page', 'data', 'table'] as const
type Format = (typeof FORMATS)[number]
const ENDINGS: Readonly<Record<Format, string>> = { page: 'html', data: 'json', table: 'csv' }

type Side = ComparisonView['base']

/** Saves the comparison that is on the page as a file: a page to read and print, data for programs, a table for a spreadsheet. */
export function ExportMenu({ pinned, comparison }: Readonly<{ pinned: ComparisonView; comparison: Comparison }>) {
  const { t } = useTranslation()
  const { moment } = useWriting()
  const { base, revised } = pinned
  const pinOf = ({ title, versionLabel, pinnedAt, contentHash }: Side): Pin => ({
    title,
    version: versionLabel ?? t('comparison.pinned', { moment: moment(pinnedAt) }),
    hash: contentHash,
  })
  const made = (): string => moment(new Date().toISOString())
  const save = (format: Format): void => {
    const result = resultOf({ base: sheetIn(base), revised: sheetIn(revised), comparison })
    const content = {
      page: () => redlinePage(result, { base: pinOf(base), revised: pinOf(revised), made: made() }),
      data: () => `${JSON.stringify({ ...result, pins: { base: pinOf(base), revised: pinOf(revised) } }, null, 1)}\n`,
      table: () => correlationTable(result),
    }[format]()
    download(`${fileName(base.title)} – ${fileName(revised.title)}.${ENDINGS[format]}`, content)
  }
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button size="compact-sm" variant="default">{t('comparison.export.menu')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => save(format)}>{t(`comparison.export.${format}`)}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const sheetIn = ({ text, held }: Side) => sheetOf({ text, held: parseHeld(held) })

/** A title as part of the name of a file: without what file systems refuse, and no longer than they take. */
const fileName = (title: string): string => title.replaceAll(/[\/\\:*?"<>\|\p{C}]/gv, ' ').replaceAll(/\s+/gv, ' ').trim().slice(0, 60)
