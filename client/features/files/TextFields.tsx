import { Checkbox, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FieldProps } from '#client/ui/index.ts'
import type { ChapterView } from '#shared/api/index.ts'
import classes from './TextFields.module.css'

type Props = Readonly<{
  field: (name: 'title' | 'submitter' | 'receivedOn') => FieldProps
  /** Whose draft it is follows from the delegation, unless one may say otherwise. */
  submitterIsOpen: boolean
  chapters: readonly ChapterView[]
  chapterIds: readonly string[]
  onChapterIds: (ids: string[]) => void
}>

/** What is said about a text: its title, whose it is, when it came, what it covers. */
export function TextFields({ field, submitterIsOpen, chapters, chapterIds, onChapterIds }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput {...field('title')} label={t('files.about.title')} />
      <TextInput {...field('submitter')} label={t('files.about.submitter')} readOnly={!submitterIsOpen} />
      <TextInput {...field('receivedOn')} label={t('files.about.received')} type="date" />
      {chapters.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('files.about.noChapters')}
        </Text>
      ) : (
        <Checkbox.Group label={t('files.about.chapters')} value={[...chapterIds]} onChange={onChapterIds}>
          <div className={classes.chapters}>
            {chapters.map(({ id, title }) => (
              <Checkbox key={id} value={id} label={title} size="sm" />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </>
  )
}
