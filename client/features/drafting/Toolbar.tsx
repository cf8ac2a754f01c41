import { ActionIcon, Select, TextInput, Tooltip } from '@mantine/core'
import type { Command } from '@tiptap/pm/state'
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs'
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs'
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs'
import IconBold from '@tabler/icons-react/dist/esm/icons/IconBold.mjs'
import IconIndentDecrease from '@tabler/icons-react/dist/esm/icons/IconIndentDecrease.mjs'
import IconIndentIncrease from '@tabler/icons-react/dist/esm/icons/IconIndentIncrease.mjs'
import IconItalic from '@tabler/icons-react/dist/esm/icons/IconItalic.mjs'
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs'
import { useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CLAUSE_KINDS, isClauseKind, type ClauseKind } from '#shared/clauses/index.ts'
import { indentClause, moveClauseDown, moveClauseUp, outdentClause, removeClause, setKind, setNumber, toggleEm, toggleStrong } from '#shared/document/index.ts'
import type { OpenEditor } from './ClauseEditor.tsx'

/** What the caret stands in, as far as the toolbar shows it. */
export type CurrentClause = Readonly<{ kind: ClauseKind; number: string | null }>

/** The commands on the clause and the words that one stands in; each has a key of its own as well. */
export function Toolbar({ open: { editor, sync }, current }: Readonly<{ open: OpenEditor; current: CurrentClause | null }>) {
  const { t } = useTranslation()
  const { canUndo, canRedo } = useSyncExternalStore(sync.subscribe, sync.undoState)
  const run = (command: Command) => {
    command(editor.state, editor.view.dispatch, editor.view)
    editor.view.focus()
  }
  const after = (act: () => boolean) => () => {
    act()
    editor.view.focus()
  }
  return (
    <div className="toolbar" role="toolbar" aria-label={t('drafting.toolbar')}>
      <Tool label={t('drafting.command.undo')} icon={<IconArrowBackUp />} disabled={!canUndo} onRun={after(sync.undo)} />
      <Tool label={t('drafting.command.redo')} icon={<IconArrowForwardUp />} disabled={!canRedo} onRun={after(sync.redo)} />
      <Select
        className="toolbar__kind"
        size="xs"
        aria-label={t('drafting.kindLabel')}
        data={CLAUSE_KINDS.map((value) => ({ value, label: t(`drafting.kind.${value}`) }))}
        value={current?.kind ?? null}
        disabled={current === null}
        onChange={(kind) => isClauseKind(kind) && run(setKind(kind))}
        allowDeselect={false}
        comboboxProps={{ width: 220, position: 'bottom-start', withinPortal: false }}
        withScrollArea={false}
        classNames={{ options: 'scrolled-options' }}
      />
      <NumberField key={current?.number ?? ''} number={current?.number ?? null} disabled={current === null} onChange={(number) => run(setNumber(number))} />
      <Tool label={t('drafting.command.outdent')} icon={<IconIndentDecrease />} onRun={() => run(outdentClause)} />
      <Tool label={t('drafting.command.indent')} icon={<IconIndentIncrease />} onRun={() => run(indentClause)} />
      <Tool label={t('drafting.command.moveUp')} icon={<IconArrowUp />} onRun={() => run(moveClauseUp)} />
      <Tool label={t('drafting.command.moveDown')} icon={<IconArrowDown />} onRun={() => run(moveClauseDown)} />
      <Tool label={t('drafting.command.em')} icon={<IconItalic />} onRun={() => run(toggleEm)} />
      <Tool label={t('drafting.command.strong')} icon={<IconBold />} onRun={() => run(toggleStrong)} />
      <Tool label={t('drafting.command.remove')} icon={<IconTrash />} disabled={current === null} onRun={() => run(removeClause)} />
    </div>
  )
}

function Tool({ label, icon, disabled = false, onRun }: Readonly<{ label: string; icon: ReactNode; disabled?: boolean; onRun: () => void }>) {
  return (
    <Tooltip label={label} openDelay={400}>
      {/* Taking the pointer down without moving focus keeps the selection that the command is for. */}
      <ActionIcon variant="subtle" color="gray" size="md" aria-label={label} disabled={disabled} onMouseDown={(event) => event.preventDefault()} onClick={onRun}>
        <span className="toolbar__icon">{icon}</span>
      </ActionIcon>
    </Tooltip>
  )
}

function NumberField({ number, disabled, onChange }: Readonly<{ number: string | null; disabled: boolean; onChange: (number: string | null) => void }>) {
  const { t } = useTranslation()
  const keep = (typed: string) => {
    const wanted = typed.trim() === '' ? null : typed.trim()
    if (wanted !== number) onChange(wanted)
  }
  return (
    <TextInput
      className="toolbar__number"
      size="xs"
      aria-label={t('drafting.numberLabel')}
      placeholder={t('drafting.numberShort')}
      defaultValue={number ?? ''}
      disabled={disabled}
      maxLength={20}
      onBlur={(event) => keep(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep(event.currentTarget.value)
      }}
    />
  )
}
