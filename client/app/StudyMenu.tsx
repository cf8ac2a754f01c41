import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from './paths.ts'

/** From a text to what else it can be looked at beside: another text, its sources, the terms that it defines. */
export function StudyMenu({ negotiationId, textId }: Readonly<{ negotiationId: string; textId: string }>) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default">{t('drafting.study')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={paths.provenance(negotiationId, textId)}>{t('provenance.open')}</Menu.Item>
        <Menu.Item component={Link} to={paths.terms(negotiationId, [textId])}>{t('terms.open')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
