import { Title, VisuallyHidden } from '@mantine/core'
import type { SampleLoaded } from '#shared/api/index.ts'
import classes from './DeskScreen.module.css'
import { EmptyDesk } from './EmptyDesk.tsx'
import { Journal } from './Journal.tsx'
import { PeopleList } from './PeopleList.tsx'
import type { DeskProps } from './places.ts'
import { Roadmap } from './Roadmap.tsx'
import { RollingCard } from './RollingCard.tsx'
import { SampleNotice } from './SampleNotice.tsx'
import { TextList } from './TextList.tsx'

type Props = DeskProps &
  Readonly<{
    /** The sample as it was just loaded: its links are known only then. */
    sample: SampleLoaded | null
    onSample: (sample: SampleLoaded | null) => void
  }>

/** The negotiation at a glance: its texts, what changed, chapters and deadlines, people. */
export function DeskScreen({ desk, places, dialogs, sample, onSample }: Props) {
  if (desk.texts.length === 0) return <EmptyDesk desk={desk} onBringIn={dialogs.bringIn} onSample={onSample} />
  const rolling = desk.texts.filter(({ kind }) => kind === 'rolling')
  return (
    <div className={classes.desk}>
      <VisuallyHidden>
        <Title order={1}>{desk.negotiation.title}</Title>
      </VisuallyHidden>
      <div className={classes.main}>
        {sample !== null && <SampleNotice negotiationId={desk.negotiation.id} sample={sample} places={places} onSample={onSample} />}
        {rolling.map((text) => (
          <RollingCard key={text.id} text={text} me={desk.me} places={places} dialogs={dialogs} />
        ))}
        <TextList desk={desk} places={places} dialogs={dialogs} />
        <Roadmap desk={desk} onEdit={dialogs.editChapters} />
      </div>
      <div className={classes.side}>
        <Journal desk={desk} places={places} />
        <PeopleList desk={desk} onInvite={dialogs.invite} onManage={dialogs.managePeople} />
      </div>
    </div>
  )
}
