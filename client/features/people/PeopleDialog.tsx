import { Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#client/ui/index.ts'
import type { DeskView } from '#shared/api/index.ts'
import { ChangeMember } from './ChangeMember.tsx'
import { EndMembership } from './EndMembership.tsx'
import { InvitationTable } from './InvitationTable.tsx'
import { MemberTable } from './MemberTable.tsx'
import type { MemberStep } from './member-step.ts'
import { ResetLinkFor } from './ResetLinkFor.tsx'

type Props = Readonly<{ desk: DeskView; opened: boolean; onClose: () => void; onDone: () => void }>

/** Members and invitations, with what one's role allows to be done to them. */
export function PeopleDialog({ desk, opened, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const [step, setStep] = useState<MemberStep | null>(null)
  const leave = () => setStep(null)
  const done = () => {
    onDone()
    leave()
  }
  const name = step?.member.name ?? ''
  const title = step === null ? t('people.manage.title') : t(`people.${step.step}.title`, { name })
  return (
    <Dialog
      title={title}
      opened={opened}
      size={step === null ? '58rem' : '34rem'}
      onClose={() => {
        leave()
        onClose()
      }}
    >
      {step?.step === 'change' && <ChangeMember member={step.member} me={desk.me} onDone={done} onCancel={leave} />}
      {step?.step === 'end' && <EndMembership member={step.member} onDone={done} onCancel={leave} />}
      {step?.step === 'reset' && <ResetLinkFor member={step.member} onBack={leave} />}
      {step === null && (
        <Stack gap="lg">
          <div>
            <Title order={3}>{t('people.manage.members')}</Title>
            <MemberTable desk={desk} onStep={setStep} />
          </div>
          <div>
            <Title order={3}>{t('people.manage.invitations')}</Title>
            <InvitationTable invitations={desk.invitations} onDone={onDone} />
          </div>
        </Stack>
      )}
    </Dialog>
  )
}
