import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#client/platform/index.ts'
import { Dialog, Form } from '#client/ui/index.ts'
import type { Renumbered, TextView } from '#shared/api/index.ts'

type Props = Readonly<{ text: TextView | null; onDone: () => void; onClose: () => void }>

/** Lets a held numbering run again, and shows the table of old and new numbers; open while `text` is one. */
export function RenumberDialog({ text, onDone, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('files.renumber.title', { title: text?.title ?? '' })} opened={text !== null} onClose={onClose}>
      {text !== null && <Renumber text={text} onDone={onDone} onClose={onClose} />}
    </Dialog>
  )
}

function Renumber({ text, onDone, onClose }: Props & Readonly<{ text: TextView }>) {
  const { t } = useTranslation()
  const renumber = useMutation({ mutationFn: () => api.renumber(text.id), onSuccess: onDone })
  if (renumber.data !== undefined) return <NumberTable renumbered={renumber.data} onClose={onClose} />
  return (
    <Form send={t('files.renumber.submit')} sending={renumber.isPending} failure={renumber.error} onSubmit={() => renumber.mutate()} onCancel={onClose}>
      <Text>{t('files.renumber.body', { symbol: text.heldUnder ?? '' })}</Text>
    </Form>
  )
}

function NumberTable({ renumbered: { rows }, onClose }: Readonly<{ renumbered: Renumbered; onClose: () => void }>) {
  const { t } = useTranslation()
  const changed = rows.filter(({ before, after }) => before !== after)
  const same = rows.length - changed.length
  return (
    <Stack role="alert">
      {changed.length === 0 ? (
        <Text>{t('files.renumber.unchanged')}</Text>
      ) : (
        <Table captionSide="top">
          <Table.Caption>{t('files.renumber.doneTitle')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('files.renumber.before')}</Table.Th>
              <Table.Th>{t('files.renumber.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changed.map(({ clauseId, before, after }) => (
              <Table.Tr key={clauseId}>
                <Table.Td>{before}</Table.Td>
                <Table.Td>{after ?? t('files.renumber.deleted')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {changed.length > 0 && same > 0 && <Text c="dimmed">{t('files.renumber.same', { count: same })}</Text>}
      <Group justify="end">
        <Button onClick={onClose}>{t('common.action.close')}</Button>
      </Group>
    </Stack>
  )
}
