import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ClauseId } from '#shared/clauses/index.ts'
import { paths } from './paths.ts'

/** The ways from the draft to its history, and to that of the clause that the caret stands in. */
export function HistoryMenu({ negotiationId, textId, clauseId }: Readonly<{ negotiationId: string; textId: string; clauseId: ClauseId | null }>) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default">{t('history.open')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={paths.history(negotiationId, textId)}>{t('history.ofText')}</Menu.Item>
        {clauseId !== null && (
          <Menu.Item component={Link} to={paths.history(negotiationId, textId, { clauseId })}>{t('history.ofClause')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
