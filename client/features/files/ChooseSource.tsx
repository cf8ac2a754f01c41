import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core'
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pastedFile, readChosen, type ChosenFile } from '#client/platform/index.ts'
import { fileOfPaste } from './pasted.ts'

type Props = Readonly<{ onChosen: (file: ChosenFile) => void; onFailure: (failure: unknown) => void }>

/** The two ways to give a text: a file, or pasted words. */
export function ChooseSource({ onChosen, onFailure }: Props) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const reset = useRef<() => void>(null)
  const read = async (file: File | null) => {
    if (file === null) return
    reset.current?.() // so that the same file can be chosen again
    try {
      onChosen(await readChosen(file))
    } catch (failure) {
      onFailure(failure)
    }
  }
  return (
    <Stack gap="md" mt="xs">
      <Text c="dimmed">{t('files.bringIn.lead')}</Text>
      <Group>
        <FileButton onChange={(file) => void read(file)} resetRef={reset} accept=".txt,.text,.md,.html,.htm,text/plain,text/html">
          {(props) => (
            <Button {...props} data-autofocus leftSection={<IconFileImport size={18} aria-hidden />}>
              {t('files.bringIn.choose')}
            </Button>
          )}
        </FileButton>
        <Text c="dimmed">{t('files.bringIn.orDrop')}</Text>
      </Group>
      <Textarea
        label={t('files.bringIn.paste')}
        description={t('files.bringIn.pasteHint')}
        value={words}
        rows={8}
        onChange={(event) => setWords(event.currentTarget.value)}
        onPaste={(event) => {
          const file = words === '' ? fileOfPaste(event.clipboardData) : null
          // A paste that has structure is taken as it is: in the field it would lose its headings and lists.
          if (file?.name === 'pasted.html') {
            event.preventDefault()
            onChosen(file)
          }
        }}
      />
      <Group justify="end">
        <Button variant="default" disabled={words.trim() === ''} onClick={() => onChosen(pastedFile('pasted.txt', words))}>
          {t('files.bringIn.usePasted')}
        </Button>
      </Group>
    </Stack>
  )
}
