import { useParams } from 'react-router'
import { DraftingScreen } from '#client/features/drafting/index.ts'
import { PageTitle } from '#client/ui/index.ts'
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
      <DraftingScreen key={textId} negotiationId={desk.negotiation.id} textId={textId} me={desk.me} />
    </>
  )
}
