import type { TFunction } from 'i18next'
import type { ClauseMark, GapMark } from '#client/platform/index.ts'
import type { ChangeClass } from '#shared/compare/index.ts'

/** Signs that stand beside the names of the classes: colour never tells alone. */
const SIGNS: Readonly<Record<ChangeClass, string>> = { substance: '◆', editorial: '◇', numbering: '#', formatting: '¶' }

const classWords = (kind: ChangeClass, t: TFunction) => ({ sign: SIGNS[kind], class: t(`liveRedline.class.${kind}`) })

/** What the margin of a changed clause says. */
export function noteOf({ relation, class: kind, runs, from }: ClauseMark, t: TFunction): string {
  const words = { ...classWords(kind, t), from: from ?? '' }
  if (relation === 'added') return t('liveRedline.note.added', words)
  if (relation !== 'moved') return t('liveRedline.note.edited', words)
  if (runs === null) return t(from === null ? 'liveRedline.note.movedUnlabelled' : 'liveRedline.note.moved', words)
  return t(from === null ? 'liveRedline.note.movedAndEditedUnlabelled' : 'liveRedline.note.movedAndEdited', words)
}

/** What stands for a clause that is gone. `labelOf`: the label of a clause of the page. */
export function gapLine({ label, class: kind, movedTo }: GapMark, t: TFunction, labelOf: (id: NonNullable<GapMark['movedTo']>) => string): string {
  const to = movedTo === null ? '' : labelOf(movedTo)
  if (movedTo !== null) return label === '' || to === '' ? t('liveRedline.gap.movedUnlabelled') : t('liveRedline.gap.moved', { label, to })
  return t(label === '' ? 'liveRedline.gap.removedUnlabelled' : 'liveRedline.gap.removed', { label, ...classWords(kind, t) })
}
