import { CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BroughtIn } from '#shared/api/index.ts'
import classes from './BroughtInNotice.module.css'

type Props = Readonly<{ result: BroughtIn | null; textPath: (textId: string) => string; onDismiss: () => void }>

/** Says that a text came in, and leads to it. */
export function BroughtInNotice({ result, textPath, onDismiss }: Props) {
  const { t } = useTranslation()
  return (
    <output className={classes.live}>
      {result !== null && (
        <span className={classes.notice}>
          <span>
            {t('files.bringIn.done', { title: result.text.title, articles: t('common.count.articles', { count: result.text.articles }) })}{' '}
            {result.unrecognised > 0 && t('files.bringIn.doneUnrecognised', { count: result.unrecognised })}{' '}
            <Link to={textPath(result.text.id)}>{t('files.bringIn.open')}</Link>
          </span>
          <CloseButton size="sm" aria-label={t('common.action.close')} onClick={onDismiss} />
        </span>
      )}
    </output>
  )
}
