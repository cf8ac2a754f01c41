import { ActionIcon, Button, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs'
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#client/platform/index.ts'
import { Dialog, Form } from '#client/ui/index.ts'
import type { DeskView } from '#shared/api/index.ts'
import { requestOf, rowsOf, withMoved, withNewRow, type ChapterRow } from './chapter-rows.ts'
import classes from './ChaptersDialog.module.css'

type Props = Readonly<{ desk: DeskView; onDone: () => void; onClose: () => void }>

/** The chapters of the negotiation in their order, with their deadlines. */
export function ChaptersDialog({ opened, ...props }: Props & Readonly<{ opened: boolean }>) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('people.chapters.title')} opened={opened} onClose={props.onClose} size="44rem">
      <ChaptersForm {...props} />
    </Dialog>
  )
}

function ChaptersForm({ desk, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const [rows, setRows] = useState(() => rowsOf(desk.chapters))
  const [checked, setChecked] = useState(false)
  const save = useMutation({
    mutationFn: () => api.setChapters(desk.negotiation.id, requestOf(rows)),
    onSuccess: () => {
      onDone()
      onClose()
    },
  })
  const change = (key: number, change: Partial<ChapterRow>) => setRows((before) => before.map((row) => (row.key === key ? { ...row, ...change } : row)))
  const isWrong = ({ title }: ChapterRow) => title.trim() === '' || title.trim().length > 200
  const submit = () => {
    setChecked(true)
    if (!rows.some(isWrong)) save.mutate()
  }
  return (
    <Form send={t('common.action.save')} sending={save.isPending} failure={save.error} onSubmit={submit} onCancel={onClose}>
      <Text size="sm" c="dimmed">
        {rows.length === 0 ? t('people.chapters.none') : t('people.chapters.lead')}
      </Text>
      {rows.map((row, i) => {
        const number = i + 1
        return (
          <fieldset key={row.key} className={classes.row}>
            <legend className="unseen">{t('people.chapters.chapter', { number })}</legend>
            <TextInput
              className={classes.name}
              aria-label={t('people.chapters.name', { number })}
              value={row.title}
              error={checked && isWrong(row) ? t('people.chapters.wrongName') : undefined}
              onChange={(event) => change(row.key, { title: event.currentTarget.value })}
            />
            <TextInput type="date" aria-label={t('people.chapters.due', { number })} value={row.dueOn} onChange={(event) => change(row.key, { dueOn: event.currentTarget.value })} />
            <ActionIcon variant="subtle" size="lg" aria-label={t('people.chapters.up', { number })} disabled={i === 0} onClick={() => setRows(withMoved(rows, i, -1))}>
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon variant="subtle" size="lg" aria-label={t('people.chapters.down', { number })} disabled={i === rows.length - 1} onClick={() => setRows(withMoved(rows, i, 1))}>
              <IconArrowDown size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon variant="subtle" size="lg" aria-label={t('people.chapters.remove', { number })} onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}>
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </fieldset>
        )
      })}
      <div>
        <Button variant="default" size="compact-sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setRows(withNewRow(rows))}>
          {t('people.chapters.add')}
        </Button>
      </div>
    </Form>
  )
}
