import { Button, Group, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newClauseId, type ChosenFile } from '#client/platform/index.ts'
import { FailureNotice, Waiting } from '#client/ui/index.ts'
import type { BroughtIn, DeskView } from '#shared/api/index.ts'
import { readFile, type ImportResult } from '#shared/formats/index.ts'
import { AboutForm } from './AboutForm.tsx'
import { Preview } from './Preview.tsx'
import classes from './ReadSource.module.css'

type Reading = Readonly<{ state: 'reading' } | { state: 'read'; result: ImportResult } | { state: 'failed'; failure: unknown }>
type Props = Readonly<{ file: ChosenFile; desk: DeskView; onOther: () => void; onBroughtIn: (result: BroughtIn) => void }>

/** Reads the file here, as the server will, and shows what was recognised beside what is to be said about it. */
export function ReadSource({ file, desk, onOther, onBroughtIn }: Props) {
  const { t } = useTranslation()
  const [reading, setReading] = useState<Reading>({ state: 'reading' })
  useEffect(() => {
    // After the next paint: a long treaty takes a moment, and the words that say so must be on the screen by then.
    const timer = setTimeout(() => {
      try {
        setReading({ state: 'read', result: readFile({ ...file, newId: newClauseId }) })
      } catch (failure) {
        setReading({ state: 'failed', failure })
      }
    }, 20)
    return () => clearTimeout(timer)
  }, [file])

  if (reading.state === 'reading') return <Waiting what={t('files.bringIn.reading', { name: file.name })} />
  if (reading.state === 'failed') {
    return (
      <Stack>
        <FailureNotice failure={reading.failure} />
        <Group justify="end">
          <Button onClick={onOther}>{t('files.bringIn.other')}</Button>
        </Group>
      </Stack>
    )
  }
  return (
    <div className={classes.two}>
      <Preview file={file} result={reading.result} />
      <AboutForm file={file} result={reading.result} desk={desk} onOther={onOther} onBroughtIn={onBroughtIn} />
    </div>
  )
}
