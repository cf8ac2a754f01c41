import type { ChapterView, DeskView, MemberView, TextView } from '#shared/api/index.ts'

let made = 0

export const chapter = (id: string, dueOn: string | null): ChapterView => ({ id, title: `Chapter ${id}`, dueOn })

/** A submitted draft, changed by what is given. */
export const draft = (facts: Partial<TextView> = {}): TextView => ({
  id: `t${++made}`,
  kind: 'submitted',
  title: 'A draft',
  submitter: 'Arvania',
  delegation: '',
  receivedOn: '2026-10-01',
  chapterIds: [],
  language: 'en',
  style: 'un',
  articles: 30,
  clauses: 200,
  openThreads: 0,
  changedAt: '2026-11-20T10:00:00.000Z',
  frozen: null,
  heldUnder: null,
  versions: [],
  ...facts,
})

export const member = (facts: Partial<MemberView> = {}): MemberView => ({
  id: `m${++made}`,
  name: 'Amina Diallo',
  role: 'chair',
  delegation: 'Chair',
  here: true,
  joinedAt: '2026-11-01T10:00:00.000Z',
  ...facts,
})

/** A desk as `me` sees it. */
export function desk(me: MemberView, facts: Partial<DeskView> = {}): DeskView {
  return {
    negotiation: { id: 'n1', title: 'Convention on cybercrime' },
    me,
    chapters: [],
    texts: [],
    members: [me],
    invitations: [],
    journal: [],
    today: '2026-11-23',
    ...facts,
  }
}
