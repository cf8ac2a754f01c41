import type { MemberView } from '#shared/api/index.ts'

export function ComparisonPicker({ negotiationId }: Readonly<{ negotiationId: string; me: MemberView }>) {
  return <div>{negotiationId}</div>
}

export function ComparisonScreen({ comparisonId }: Readonly<{ negotiationId: string; comparisonId: string; me: MemberView }>) {
  return <div>{comparisonId}</div>
}
