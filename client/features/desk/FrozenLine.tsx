import IconSnowflake from '@tabler/icons-react/dist/esm/icons/IconSnowflake.mjs'
import { useTranslation } from 'react-i18next'
import type { TextView } from '#shared/api/index.ts'
import classes from './TextList.module.css'

/** Says of a text that nobody may change it now, who decided so and why. */
export function FrozenLine({ frozen: { by, reason } }: Readonly<{ frozen: NonNullable<TextView['frozen']> }>) {
  const { t } = useTranslation()
  return (
    <p className={classes.frozen}>
      <IconSnowflake size={14} aria-hidden /> {t('desk.texts.frozen', { by, reason })}
    </p>
  )
}
