import type { TFunction } from 'i18next'
import { remembered } from '#client/platform/index.ts'
import type { TextRef, TextView } from '#shared/api/index.ts'

/** A text or version that a draft's redline may be against. `value` names it: a text as it stands by its id, a version by `text:version`. */
export type Base = Readonly<{ value: string; label: string; ref: TextRef }>

type Text = Pick<TextView, 'id' | 'title' | 'kind' | 'versions'>

/** What there is beside `textId` itself as it stands: its versions, the latest first, then the other texts and theirs. */
export function basesFor(textId: string, texts: readonly Text[], t: TFunction): readonly Base[] {
  const versionsOf = ({ id, title, versions }: Text): Base[] =>
    versions
      .toSorted((one, other) => other.ordinal - one.ordinal)
      .map((version) => ({
        value: `${id}:${version.id}`,
        label: t('liveRedline.version', { title, version: version.symbol ?? t('liveRedline.ordinal', { ordinal: version.ordinal }) }),
        ref: { textId: id, versionId: version.id },
      }))
  const own = texts.filter(({ id }) => id === textId)
  const others = texts.filter(({ id }) => id !== textId)
  return [
    ...own.flatMap(versionsOf),
    ...others.flatMap((text) => [{ value: text.id, label: t('liveRedline.asItStands', { title: text.title }), ref: { textId: text.id, versionId: null } }, ...versionsOf(text)]),
  ]
}

/** What this computer remembers of a draft's redline: the base last chosen, and whether it is shown. */
export type Choice = Readonly<{ isShown: boolean; base: string | null }>

export function choiceOf(textId: string): Readonly<{ read: () => Choice; write: (choice: Choice) => void }> {
  const kept = remembered(`live-redline.${textId}`)
  return {
    read: () => {
      const [shown = '', ...base] = (kept.read() ?? '').split(' ')
      return { isShown: shown === 'on', base: base.length === 0 ? null : base.join(' ') }
    },
    write: ({ isShown, base }) => kept.write([isShown ? 'on' : 'off', ...(base === null ? [] : [base])].join(' ')),
  }
}
