import {
  arrived,
  authorshipView,
  broughtIn,
  clauseHistoryView,
  comparisonMade,
  comparisonView,
  contentView,
  deskView,
  dismissalView,
  dismissalsView,
  historyView,
  invitationLook,
  invited,
  matrixView,
  pastView,
  renumbered,
  resetLink,
  sampleLoaded,
  sessionView,
  threadView,
  threadsView,
  versionView,
  type BringInRequest,
  type ChaptersRequest,
  type CompareRequest,
  type CorrectRequest,
  type DescribeTextRequest,
  type DismissRequest,
  type FreezeRequest,
  type InviteRequest,
  type IssueVersionRequest,
  type JoinRequest,
  type MatrixRequest,
  type MemberChangeRequest,
  type OpenThreadRequest,
  type ResetAccessRequest,
  type RestoreRequest,
  type SetupRequest,
  type SignInRequest,
} from '#shared/api/index.ts'
import { call, nothing } from './http.ts'

const negotiation = (id: string) => `/api/negotiations/${encodeURIComponent(id)}`
const text = (id: string) => `/api/texts/${encodeURIComponent(id)}`
const thread = (id: string) => `/api/threads/${encodeURIComponent(id)}`
const member = (id: string) => `/api/members/${encodeURIComponent(id)}`

/** The server's HTTP API, one function a request; see `shared/api` for what goes in and out, `call` for what they reject with. */
export const api = {
  session: (signal?: AbortSignal) => call('/api/session', { answer: sessionView, signal }),
  setUp: (body: SetupRequest) => call('/api/setup', { method: 'POST', body, answer: arrived }),
  signIn: (body: SignInRequest) => call('/api/sign-in', { method: 'POST', body, answer: nothing }),
  signOut: () => call('/api/sign-out', { method: 'POST', body: {}, answer: nothing }),
  lookAtInvitation: (token: string) => call('/api/invitations/look', { method: 'POST', body: { token }, answer: invitationLook }),
  join: (body: JoinRequest) => call('/api/join', { method: 'POST', body, answer: arrived }),
  becomeSecondDrafter: (token: string) => call('/api/second-drafter', { method: 'POST', body: { token }, answer: arrived }),
  resetAccess: (body: ResetAccessRequest) => call('/api/reset-access', { method: 'POST', body, answer: nothing }),

  desk: (id: string, signal?: AbortSignal) => call(negotiation(id), { answer: deskView, signal }),
  setChapters: (id: string, body: ChaptersRequest) => call(`${negotiation(id)}/chapters`, { method: 'PUT', body, answer: nothing }),
  loadSample: (id: string) => call(`${negotiation(id)}/sample`, { method: 'POST', body: {}, answer: sampleLoaded }),
  invite: (id: string, body: InviteRequest) => call(`${negotiation(id)}/invitations`, { method: 'POST', body, answer: invited }),
  revokeInvitation: (id: string) => call(`/api/invitations/${encodeURIComponent(id)}`, { method: 'DELETE', answer: nothing }),
  changeMember: (id: string, body: MemberChangeRequest) => call(member(id), { method: 'PATCH', body, answer: nothing }),
  endMembership: (id: string) => call(member(id), { method: 'DELETE', answer: nothing }),
  makeResetLink: (id: string) => call(`${member(id)}/reset-link`, { method: 'POST', body: {}, answer: resetLink }),

  bringIn: (id: string, body: BringInRequest) => call(`${negotiation(id)}/texts`, { method: 'POST', body, answer: broughtIn }),
  describeText: (id: string, body: DescribeTextRequest) => call(text(id), { method: 'PATCH', body, answer: nothing }),
  content: (id: string, versionId: string | null, signal?: AbortSignal) =>
    call(`${text(id)}/content${versionId === null ? '' : `?version=${encodeURIComponent(versionId)}`}`, { answer: contentView, signal }),
  issueVersion: (id: string, body: IssueVersionRequest) => call(`${text(id)}/versions`, { method: 'POST', body, answer: versionView }),
  freeze: (id: string, body: FreezeRequest) => call(`${text(id)}/freeze`, { method: 'POST', body, answer: nothing }),
  unfreeze: (id: string) => call(`${text(id)}/unfreeze`, { method: 'POST', body: {}, answer: nothing }),
  renumber: (id: string) => call(`${text(id)}/renumber`, { method: 'POST', body: {}, answer: renumbered }),

  history: (textId: string, signal?: AbortSignal) => call(`${text(textId)}/history`, { answer: historyView, signal }),
  clauseHistory: (textId: string, clauseId: string, signal?: AbortSignal) =>
    call(`${text(textId)}/history/clause?clause=${encodeURIComponent(clauseId)}`, { answer: clauseHistoryView, signal }),
  past: (textId: string, seq: number, signal?: AbortSignal) => call(`${text(textId)}/history/at?seq=${seq}`, { answer: pastView, signal }),
  restore: (textId: string, body: RestoreRequest) => call(`${text(textId)}/restore`, { method: 'POST', body, answer: nothing }),

  pinComparison: (id: string, body: CompareRequest) => call(`${negotiation(id)}/comparisons`, { method: 'POST', body, answer: comparisonMade }),
  correctMatch: (id: string, body: CorrectRequest) => call(`/api/comparisons/${encodeURIComponent(id)}/corrections`, { method: 'POST', body, answer: nothing }),
  comparison: (id: string, signal?: AbortSignal) => call(`/api/comparisons/${encodeURIComponent(id)}`, { answer: comparisonView, signal }),
  pinMatrix: (id: string, body: MatrixRequest) => call(`${negotiation(id)}/matrices`, { method: 'POST', body, answer: comparisonMade }),
  matrix: (id: string, signal?: AbortSignal) => call(`/api/matrices/${encodeURIComponent(id)}`, { answer: matrixView, signal }),

  threads: (textId: string, signal?: AbortSignal) => call(`${text(textId)}/threads`, { answer: threadsView, signal }),
  openThread: (textId: string, body: OpenThreadRequest) => call(`${text(textId)}/threads`, { method: 'POST', body, answer: threadView }),
  reply: (threadId: string, body: string) => call(`${thread(threadId)}/entries`, { method: 'POST', body: { body }, answer: nothing }),
  resolveThread: (threadId: string) => call(`${thread(threadId)}/resolve`, { method: 'POST', body: {}, answer: nothing }),
  reopenThread: (threadId: string) => call(`${thread(threadId)}/reopen`, { method: 'POST', body: {}, answer: nothing }),

  authorship: (textId: string, signal?: AbortSignal) => call(`${text(textId)}/authorship`, { answer: authorshipView, signal }),
  dismissals: (textId: string, signal?: AbortSignal) => call(`${text(textId)}/dismissals`, { answer: dismissalsView, signal }),
  dismiss: (textId: string, body: DismissRequest) => call(`${text(textId)}/dismissals`, { method: 'POST', body, answer: dismissalView }),
  returnDismissed: (dismissalId: string) => call(`/api/dismissals/${encodeURIComponent(dismissalId)}/return`, { method: 'POST', body: {}, answer: nothing }),
} as const
