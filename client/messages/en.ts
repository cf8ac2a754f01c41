import { app } from './en/app.ts'
import { authorship } from './en/authorship.ts'
import { common } from './en/common.ts'
import { comparison } from './en/comparison.ts'
import { desk } from './en/desk.ts'
import { drafting } from './en/drafting.ts'
import { entry } from './en/entry.ts'
import { files } from './en/files.ts'
import { history } from './en/history.ts'
import { liveRedline } from './en/live-redline.ts'
import { heat, map } from './en/map.ts'
import { matrix } from './en/matrix.ts'
import { people } from './en/people.ts'
import { provenance } from './en/provenance.ts'
import { refusals } from './en/refusals.ts'
import { rescue } from './en/rescue.ts'
import { review } from './en/review.ts'
import { room } from './en/room.ts'
import { terms } from './en/terms.ts'

/**
 * The message catalogue: every string of the interface, by screen. Keys are typed; plurals end in `_one` and `_other`
 * and are asked for without the ending (`t('common.count.articles', { count })`); `{{name}}` is filled in. A further
 * language is one more such object (`Catalogue`), with the plural endings its language needs.
 */
export const en = { app, authorship, common, comparison, desk, drafting, entry, files, heat, history, liveRedline, map, matrix, people, provenance, refusals, rescue, review, room, terms } as const

type Wide<T> = T extends string ? string : { readonly [Key in keyof T]: Wide<T[Key]> }
export type Catalogue = Wide<typeof en>
