import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DeskScreen, type DeskDialogs, type DeskPlaces } from '#client/features/desk/index.ts'
import { BringInDialog, DescribeDialog, DropZone, FreezeDialog, IssueDialog, RenumberDialog, kindsFor, type Dropped } from '#client/features/files/index.ts'
import { ChaptersDialog, InviteDialog, PeopleDialog } from '#client/features/people/index.ts'
import { queryKeys } from '#client/platform/index.ts'
import { PageTitle } from '#client/ui/index.ts'
import type { BroughtIn, SampleLoaded, TextView } from '#shared/api/index.ts'
import { BroughtInNotice } from './BroughtInNotice.tsx'
import { useDesk } from './NegotiationFrame.tsx'
import { paths } from './paths.ts'

type Open =
  | Readonly<{ dialog: 'bring-in'; dropped: Dropped | null }>
  | Readonly<{ dialog: 'invite' | 'people' | 'chapters' }>
  | Readonly<{ dialog: 'describe' | 'issue' | 'renumber' | 'freeze'; text: TextView }>

/** The desk with everything that can be begun from it: here the features that know nothing of each other meet. */
export function DeskPage() {
  const desk = useDesk()
  const { id } = desk.negotiation
  const queries = useQueryClient()
  const [open, setOpen] = useState<Open | null>(null)
  const [broughtIn, setBroughtIn] = useState<BroughtIn | null>(null)
  const sampleKey = ['sample', id]
  // Known only from the answer to loading it; kept while the page lives, so that coming back to the desk still shows it.
  const sample = useQuery<SampleLoaded | null>({ queryKey: sampleKey, queryFn: () => null, enabled: false, gcTime: Infinity }).data ?? null

  const refresh = () => void queries.invalidateQueries({ queryKey: queryKeys.desk(id) })
  const close = () => setOpen(null)
  const places: DeskPlaces = {
    text: (textId) => paths.text(id, textId),
    history: (textId, versionId) => paths.history(id, textId, versionId === undefined ? {} : { versionId }),
    provenance: (textId) => paths.provenance(id, textId),
    terms: (textId) => paths.terms(id, [textId]),
    picker: (baseId) => paths.comparisonPicker(id, baseId),
    comparison: (comparisonId) => paths.comparison(id, comparisonId),
  }
  const dialogs: DeskDialogs = {
    bringIn: () => setOpen({ dialog: 'bring-in', dropped: null }),
    invite: () => setOpen({ dialog: 'invite' }),
    managePeople: () => setOpen({ dialog: 'people' }),
    editChapters: () => setOpen({ dialog: 'chapters' }),
    describe: (text) => setOpen({ dialog: 'describe', text }),
    issueVersion: (text) => setOpen({ dialog: 'issue', text }),
    renumber: (text) => setOpen({ dialog: 'renumber', text }),
    freeze: (text) => setOpen({ dialog: 'freeze', text }),
  }
  const textOf = (dialog: 'describe' | 'issue' | 'renumber' | 'freeze'): TextView | null => (open?.dialog === dialog ? open.text : null)
  return (
    <DropZone active={open === null && kindsFor(desk.me).length > 0} onDropped={(dropped) => setOpen({ dialog: 'bring-in', dropped })}>
      <PageTitle parts={[desk.negotiation.title]} />
      <BroughtInNotice result={broughtIn} textPath={places.text} onDismiss={() => setBroughtIn(null)} />
      <DeskScreen
        desk={desk}
        places={places}
        dialogs={dialogs}
        sample={sample}
        onSample={(loaded) => {
          queries.setQueryData(sampleKey, loaded)
          if (loaded !== null) refresh()
        }}
      />
      <BringInDialog
        desk={desk}
        opened={open?.dialog === 'bring-in'}
        dropped={open?.dialog === 'bring-in' ? open.dropped : null}
        onClose={close}
        onBroughtIn={(result) => {
          setBroughtIn(result)
          close()
          refresh()
        }}
      />
      <DescribeDialog text={textOf('describe')} chapters={desk.chapters} onDone={refresh} onClose={close} />
      <IssueDialog text={textOf('issue')} onDone={refresh} onClose={close} />
      <RenumberDialog text={textOf('renumber')} onDone={refresh} onClose={close} />
      <FreezeDialog text={textOf('freeze')} onDone={refresh} onClose={close} />
      <InviteDialog negotiationId={id} me={desk.me} opened={open?.dialog === 'invite'} onDone={refresh} onClose={close} />
      <PeopleDialog desk={desk} opened={open?.dialog === 'people'} onDone={refresh} onClose={close} />
      <ChaptersDialog desk={desk} opened={open?.dialog === 'chapters'} onDone={refresh} onClose={close} />
    </DropZone>
  )
}
