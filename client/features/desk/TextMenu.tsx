import { ActionIcon, Menu } from '@mantine/core'
import IconArrowsDiff from '@tabler/icons-react/dist/esm/icons/IconArrowsDiff.mjs'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs'
import IconListNumbers from '@tabler/icons-react/dist/esm/icons/IconListNumbers.mjs'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import IconSnowflake from '@tabler/icons-react/dist/esm/icons/IconSnowflake.mjs'
import IconSitemap from '@tabler/icons-react/dist/esm/icons/IconSitemap.mjs'
import IconVocabulary from '@tabler/icons-react/dist/esm/icons/IconVocabulary.mjs'
import IconStamp from '@tabler/icons-react/dist/esm/icons/IconRubberStamp.mjs'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TextView } from '#shared/api/index.ts'
import { may, type Actor } from '#shared/rights/index.ts'
import type { DeskDialogs, DeskPlaces } from './places.ts'

type Props = Readonly<{ text: TextView; me: Actor; places: DeskPlaces; dialogs: DeskDialogs }>

/** What this person may do with one text. */
export function TextMenu({ text, me, places, dialogs }: Props) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" c="var(--ink)" size="lg" aria-label={t('desk.texts.menu', { title: text.title })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={places.picker(text.id)} leftSection={<IconArrowsDiff size={16} aria-hidden />}>
          {t('desk.texts.compareWith')}
        </Menu.Item>
        <Menu.Item component={Link} to={places.provenance(text.id)} leftSection={<IconSitemap size={16} aria-hidden />}>
          {t('provenance.open')}
        </Menu.Item>
        <Menu.Item component={Link} to={places.terms(text.id)} leftSection={<IconVocabulary size={16} aria-hidden />}>
          {t('terms.open')}
        </Menu.Item>
        <Menu.Item component={Link} to={places.history(text.id)} leftSection={<IconHistory size={16} aria-hidden />}>
          {t('desk.texts.history')}
        </Menu.Item>
        {may(me, { do: 'describe-text', text }) && (
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => dialogs.describe(text)}>
            {t('desk.texts.describe')}
          </Menu.Item>
        )}
        {may(me, { do: 'issue-version', text }) && (
          <Menu.Item leftSection={<IconStamp size={16} aria-hidden />} onClick={() => dialogs.issueVersion(text)}>
            {t('desk.texts.issue')}
          </Menu.Item>
        )}
        {text.heldUnder !== null && text.frozen === null && may(me, { do: 'renumber', text }) && (
          <Menu.Item leftSection={<IconListNumbers size={16} aria-hidden />} onClick={() => dialogs.renumber(text)}>
            {t('desk.texts.renumber')}
          </Menu.Item>
        )}
        {may(me, { do: 'freeze', text }) && (
          <Menu.Item leftSection={<IconSnowflake size={16} aria-hidden />} onClick={() => dialogs.freeze(text)}>
            {t(text.frozen === null ? 'desk.texts.freeze' : 'desk.texts.unfreeze')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
