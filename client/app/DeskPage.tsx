import { PageTitle } from '#client/ui/index.ts'
import { useDesk } from './NegotiationFrame.tsx'

export function DeskPage() {
  const desk = useDesk()
  return <PageTitle parts={[desk.negotiation.title]} />
}
