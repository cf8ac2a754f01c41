import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import type { HandView } from '#shared/api/index.ts'

/** Says who wrote: "Ana Ferreira (Portugal) and Bo Lind (Norway)". */
export function useHands(): (hands: readonly HandView[]) => string {
  const { t } = useTranslation()
  const writing = useWriting()
  const nameOf = ({ name, delegation }: HandView): string => {
    const known = name === '' ? t('history.nobody') : name
    return delegation === '' ? known : t('history.hand', { name: known, delegation })
  }
  return (hands) => writing.list([...new Set(hands.map(nameOf))])
}
