import type { MemberView } from '#shared/api/index.ts'

export function DraftingScreen({ textId }: Readonly<{ negotiationId: string; textId: string; me: MemberView }>) {
  return <div>{textId}</div>
}
