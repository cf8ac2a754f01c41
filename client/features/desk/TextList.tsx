import { Button } from '@mantine/core'
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs'
import { useTranslation } from 'react-i18next'
import { TEXT_KINDS, may } from '#shared/rights/index.ts'
import { Panel } from './Panel.tsx'
import type { DeskProps } from './places.ts'
import { TextEntry } from './TextEntry.tsx'
import classes from './TextList.module.css'

/** The texts beside the rolling one, by kind, latest received first. */
export function TextList({ desk, places, dialogs }: DeskProps) {
  const { t } = useTranslation()
  const { me, texts, chapters } = desk
  const mayBringIn = TEXT_KINDS.some((kind) => may(me, { do: 'bring-in', kind, delegation: me.delegation }))
  const groups = TEXT_KINDS.filter((kind) => kind !== 'rolling')
    .map((kind) => ({ kind, texts: texts.filter((text) => text.kind === kind).sort((a, b) => b.receivedOn.localeCompare(a.receivedOn)) }))
    .filter((group) => group.texts.length > 0)
  return (
    <Panel
      title={t('desk.texts.title')}
      actions={
        mayBringIn && (
          <Button size="compact-sm" variant="default" leftSection={<IconFileImport size={16} aria-hidden />} onClick={dialogs.bringIn}>
            {t('desk.texts.bringIn')}
          </Button>
        )
      }
    >
      {groups.length === 0 && <p className={classes.none}>{t('desk.texts.none')}</p>}
      {groups.map((group) => (
        <div key={group.kind} className={classes.group}>
          <h3 className={classes.kind}>{t(`common.textKinds.${group.kind}`)}</h3>
          <ul className={classes.list}>
            {group.texts.map((text) => (
              <TextEntry key={text.id} text={text} chapters={chapters} me={me} places={places} dialogs={dialogs} />
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  )
}
