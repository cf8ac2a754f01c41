import { useParams } from 'react-router'
import { PageTitle } from '#client/ui/index.ts'
import { DraftingRoom } from './DraftingRoom.tsx'
import { useDesk } from './NegotiationFrame.tsx'
import { NotFoundScreen } from './NotFoundScreen.tsx'

export function DraftingPage() {
  const { textId = '' } = useParams()
  const desk = useDesk()
  const text = desk.texts.find(({ id }) => id === textId)
  if (text === undefined) return <NotFoundScreen />
  return (
    <>
      <PageTitle parts={[text.title, desk.negotiation.title]} />
      <DraftingRoom key={textId} desk={desk} text={text} />
    </>
  )
}
