import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROLES, TEXT_KINDS, may, type Act, type Actor, type Role, type TextFacts } from '#shared/rights/index.ts'

const role = fc.constantFrom(...ROLES)
const delegation = fc.constantFrom('Merinda', 'Halvard', 'Teyne', '')
const actor: fc.Arbitrary<Actor> = fc.record({ role, delegation })
const text: fc.Arbitrary<TextFacts> = fc.record({ kind: fc.constantFrom(...TEXT_KINDS), delegation })
const TEXT_ACTS = ['read-text', 'read-history', 'edit-text', 'restore-text', 'annotate', 'issue-version', 'renumber', 'freeze', 'describe-text'] as const
const PLAIN_ACTS = ['set-deadlines', 'start-sample', 'compare', 'correct-match', 'see-people', 'see-invitations', 'reset-access'] as const
const textAct = fc.constantFrom(...TEXT_ACTS)
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: textAct, text }),
  fc.record({ do: fc.constant('bring-in' as const), kind: fc.constantFrom(...TEXT_KINDS), delegation }),
  fc.record({ do: fc.constant('invite' as const), role }),
  fc.record({ do: fc.constant('change-member' as const), from: role, to: role }),
  fc.record({ do: fc.constantFrom(...PLAIN_ACTS) }),
)

const NEGOTIATORS: readonly Role[] = ['chair', 'secretariat', 'drafter', 'delegate']
const OFFICERS: readonly Role[] = ['chair', 'secretariat']
const owns = (who: Actor, what: TextFacts) => NEGOTIATORS.includes(who.role) && who.delegation === what.delegation

const implies = (premise: boolean, conclusion: boolean) => !premise || conclusion

/** Acts that change nothing, whoever does them. */
const looks = (what: Act): boolean => ['read-text', 'read-history', 'compare', 'see-people', 'see-invitations'].includes(what.do)

describe('the table of rights', () => {
  test('[RT1] a private draft is read by the negotiators of its delegation alone, every other text by everybody', () => {
    fc.assert(
      fc.property(actor, text, (who, what) => {
        expect(may(who, { do: 'read-text', text: what })).toBe(what.kind !== 'private' || owns(who, what))
      }),
    )
  })

  test('[RT2] who may not read a text may do nothing with it', () => {
    fc.assert(
      fc.property(actor, text, textAct, (who, what, doing) => {
        expect(implies(may(who, { do: doing, text: what }), may(who, { do: 'read-text', text: what }))).toBe(true)
      }),
    )
  })

  test('[RT3] what a member may give, they and everybody they may change has at most what they have', () => {
    const rank = (of: Role) => ROLES.indexOf(of)
    fc.assert(
      fc.property(actor, role, role, (who, from, to) => {
        expect(implies(may(who, { do: 'invite', role: to }), rank(to) >= rank(who.role))).toBe(true)
        const changes = may(who, { do: 'change-member', from, to })
        expect(implies(changes, Math.min(rank(from), rank(to)) >= rank(who.role))).toBe(true)
        expect(changes).toBe(may(who, { do: 'invite', role: from }) && may(who, { do: 'invite', role: to }))
      }),
    )
  })

  test('[RT3] what an invited member may do, the inviter may do too', () => {
    fc.assert(
      fc.property(actor, role, act, (who, given, what) => {
        const invitedMay = may(who, { do: 'invite', role: given }) && may({ ...who, role: given }, what)
        expect(implies(invitedMay, may(who, what))).toBe(true)
      }),
    )
  })

  test('[RT9] the history of a text is read by whoever reads the text, and by nobody else', () => {
    fc.assert(
      fc.property(actor, text, (who, what) => {
        expect(may(who, { do: 'read-history', text: what })).toBe(may(who, { do: 'read-text', text: what }))
      }),
    )
  })

  test('[RT10] who brings a text back may edit it, and is an officer or an owner; a reference instrument stays as it is', () => {
    fc.assert(
      fc.property(actor, text, (who, what) => {
        const edits = may(who, { do: 'edit-text', text: what })
        const decides = what.kind === 'private' ? owns(who, what) : OFFICERS.includes(who.role)
        expect(may(who, { do: 'restore-text', text: what })).toBe(edits && decides)
        expect(what.kind === 'reference' && may(who, { do: 'restore-text', text: what })).toBe(false)
      }),
    )
  })

  test('[RT4] who edits which kind of text', () => {
    const editors = (kind: TextFacts['kind']) => ROLES.filter((of) => may({ role: of, delegation: 'X' }, { do: 'edit-text', text: { kind, delegation: '' } }))
    expect(editors('rolling')).toEqual(['chair', 'secretariat', 'drafter'])
    expect(editors('submitted')).toEqual(['chair', 'secretariat'])
    expect(editors('reference')).toEqual([])
    expect(editors('private')).toEqual([])
    fc.assert(
      fc.property(actor, delegation, (who, of) => {
        const own = { kind: 'private' as const, delegation: of }
        expect(may(who, { do: 'edit-text', text: own })).toBe(owns(who, own))
      }),
    )
  })

  test('[RT5] a reader changes nothing, a reviewer nothing but annotations', () => {
    fc.assert(
      fc.property(delegation, act, (of, what) => {
        expect(implies(may({ role: 'reader', delegation: of }, what), looks(what))).toBe(true)
        expect(implies(may({ role: 'reviewer', delegation: of }, what), looks(what) || what.do === 'annotate')).toBe(true)
      }),
    )
  })

  test('[RT6] who renumbers, issues versions, describes texts and sets deadlines', () => {
    fc.assert(
      fc.property(actor, text, (who, what) => {
        const isOfficer = OFFICERS.includes(who.role)
        const isPrivate = what.kind === 'private'
        expect(may(who, { do: 'renumber', text: what })).toBe(isPrivate ? owns(who, what) : who.role === 'chair')
        expect(may(who, { do: 'issue-version', text: what })).toBe(isPrivate ? owns(who, what) : isOfficer)
        expect(may(who, { do: 'describe-text', text: what })).toBe(isPrivate ? owns(who, what) : isOfficer)
        expect(may(who, { do: 'set-deadlines' })).toBe(isOfficer)
      }),
    )
  })

  test('[RT11] who freezes a text', () => {
    fc.assert(
      fc.property(actor, text, (who, what) => {
        const may9 = what.kind === 'private' ? owns(who, what) : what.kind !== 'reference' && who.role === 'chair'
        expect(may(who, { do: 'freeze', text: what })).toBe(may9)
      }),
    )
  })

  test('[RT7] who brings in what', () => {
    fc.assert(
      fc.property(actor, delegation, (who, of) => {
        const isOfficer = OFFICERS.includes(who.role)
        const isOwn = who.delegation === of && NEGOTIATORS.includes(who.role)
        expect(may(who, { do: 'bring-in', kind: 'rolling', delegation: of })).toBe(isOfficer)
        expect(may(who, { do: 'bring-in', kind: 'reference', delegation: of })).toBe(isOfficer || who.role === 'drafter')
        expect(may(who, { do: 'bring-in', kind: 'submitted', delegation: of })).toBe(isOfficer || isOwn)
        expect(may(who, { do: 'bring-in', kind: 'private', delegation: of })).toBe(isOwn)
      }),
    )
  })

  test('[RT7] who brings in a private draft may read it', () => {
    fc.assert(
      fc.property(actor, delegation, (who, of) => {
        const brings = may(who, { do: 'bring-in', kind: 'private', delegation: of })
        expect(implies(brings, may(who, { do: 'read-text', text: { kind: 'private', delegation: of } }))).toBe(true)
      }),
    )
  })

  test('[RT8] down the ladder nothing is gained', () => {
    const ladder = ['chair', 'secretariat', 'drafter', 'reviewer', 'reader'] as const
    const step = fc.integer({ min: 0, max: ladder.length - 2 })
    fc.assert(
      fc.property(step, delegation, act, (above, of, what) => {
        const below = may({ role: ladder[above + 1] ?? 'reader', delegation: of }, what)
        expect(implies(below, may({ role: ladder[above] ?? 'chair', delegation: of }, what))).toBe(true)
      }),
    )
  })

  test('[RT12] who negotiates says which clauses are the same, and nobody else', () => {
    fc.assert(
      fc.property(actor, (who) => {
        expect(may(who, { do: 'correct-match' })).toBe(NEGOTIATORS.includes(who.role))
      }),
    )
  })
})
