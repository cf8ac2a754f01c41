import { Button, Group, Text, TextInput } from '@mantine/core'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '#client/platform/index.ts'

/** A link or code to take along: read-only, selected on focus, with a button that copies it and says whether it did. */
export function CopyField({ label, value }: Readonly<{ label: string; value: string }>) {
  const { t } = useTranslation()
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  const copy = async () => setOutcome((await copyText(value)) ? 'copied' : 'refused')
  return (
    <div>
      <Group align="end" gap="xs" wrap="nowrap">
        <TextInput label={label} value={value} readOnly flex={1} onFocus={(event) => event.currentTarget.select()} />
        <Button
          variant="default"
          leftSection={outcome === 'copied' ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={() => void copy()}
        >
          {outcome === 'copied' ? t('common.action.copied') : t('common.action.copy')}
        </Button>
      </Group>
      <Text component="output" display="block" size="sm" c="var(--bad)">
        {outcome === 'refused' ? t('common.action.copyFailed') : ''}
      </Text>
    </div>
  )
}
