import { useTranslation } from 'react-i18next'
import { unreachable } from '#shared/kernel/index.ts'
import type { Leftover } from '#shared/provenance/index.ts'

/** Says what seems to be left over, in a sentence. */
export function useLeftoverWords(): (leftover: Leftover) => string {
  const { t } = useTranslation()
  return ({ rule, words, instead: known }) => {
    const instead = known ?? ''
    switch (rule) {
      case 'title':
        return t('provenance.leftover.title_of', { words })
      case 'article-nowhere':
        return t(known === null ? 'provenance.leftover.article-nowhere' : 'provenance.leftover.article-nowhere-here', { words, instead })
      case 'article-of-source':
        return t(known === null ? 'provenance.leftover.article-of-source-gone' : 'provenance.leftover.article-of-source', { words, instead })
      case 'self-name':
      case 'institution':
      case 'paragraph-nowhere':
        return t(`provenance.leftover.${rule}`, { words, instead })
      default:
        return unreachable(rule)
    }
  }
}
