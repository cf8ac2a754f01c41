import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { ProvenanceScreen } from '#client/features/provenance/index.ts'
import { TermsScreen } from '#client/features/terms/index.ts'
import { PageTitle } from '#client/ui/index.ts'
import { useDesk } from './NegotiationFrame.tsx'
import { NotFoundScreen } from './NotFoundScreen.tsx'
import { paths } from './paths.ts'

/** Where the words of a text come from. */
export function ProvenancePage() {
  const { t } = useTranslation()
  const { textId = '' } = useParams()
  const { negotiation, texts } = useDesk()
  const text = texts.find(({ id }) => id === textId)
  if (text === undefined) return <NotFoundScreen />
  const library = texts.filter(({ id, kind }) => kind === 'reference' && id !== textId)
  const places = {
    desk: paths.desk(negotiation.id),
    text: (clauseId?: string) => paths.text(negotiation.id, textId, clauseId),
    terms: paths.terms(negotiation.id, [textId]),
  }
  return (
    <>
      <PageTitle parts={[t('provenance.title'), text.title, negotiation.title]} />
      <ProvenanceScreen key={textId} text={text} library={library} places={places} />
    </>
  )
}

/** The defined terms of the texts that the address names. */
export function TermsPage() {
  const { t } = useTranslation()
  const { negotiation, texts } = useDesk()
  const [search, setSearch] = useSearchParams()
  return (
    <>
      <PageTitle parts={[t('terms.title'), negotiation.title]} />
      <TermsScreen
        texts={texts}
        chosen={search.getAll('text')}
        onChoose={(textIds) => setSearch(new URLSearchParams(textIds.map((id) => ['text', id])), { replace: true })}
        clausePath={(textId, clauseId) => paths.text(negotiation.id, textId, clauseId)}
      />
    </>
  )
}
