import type { MemberView } from '#shared/api/index.ts'

/** What is being done to a member; the dialog shows that alone until it is done or left. */
export type MemberStep = Readonly<{ step: 'change' | 'end' | 'reset'; member: MemberView }>
