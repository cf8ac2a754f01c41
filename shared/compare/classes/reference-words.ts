/** What a number may stand for, in the six official languages, by levels that one drafter calls so and another otherwise. */
const NOUNS: Readonly<Record<ReferenceLevel, string>> = {
  article: `article articles art arts section sections rule rules clause clauses artículo artículos статья статьи статье статью статьей статей статьям статьями статьях`,
  paragraph: `paragraph paragraphs para paras subsection subsections sub-section sub-sections paragraphe paragraphes alinéa alinéas párrafo párrafos apartado apartados пункт пункта пункте пункту пунктом пункты пунктов пунктам пунктами пунктах`,
  point: `point points subparagraph subparagraphs sub-paragraph sub-paragraphs item items indent indents litera inciso incisos letra подпункт подпункта подпункте подпунктом подпункты подпунктов`,
  division: `chapter chapters part parts title titles division divisions annex annexes appendix appendices schedule schedules table tables chapitre chapitres partie parties titre titres annexe annexes capítulo capítulos título anexo anexos глава главы главе главой раздел раздела разделе часть части приложение приложения приложении`,
  note: `note notes footnote footnotes`,
}
export type ReferenceLevel = 'article' | 'paragraph' | 'point' | 'division' | 'note'

const LEVELS: ReadonlyMap<string, ReferenceLevel> = new Map(
  (Object.entries(NOUNS) as [ReferenceLevel, string][]).flatMap(([level, words]) => words.split(/\s+/v).map((word) => [word, level] as const)),
)
const ARABIC: readonly (readonly [RegExp, ReferenceLevel])[] = [
  [/^(?:و|ف)?(?:ال|لل|بال)?(?:مادة|مواد|مادتين|مادتان)$/v, 'article'],
  [/^(?:و|ف)?(?:ال|لل|بال)?(?:فقرة|فقرات|فقرتين|فقرتان)$/v, 'paragraph'],
  [/^(?:و|ف)?(?:ال|لل|بال)?(?:فصل|باب|مرفق|جزء)$/v, 'division'],
]
const HAN_LEVELS: Readonly<Record<string, ReferenceLevel>> = { 条: 'article', 款: 'paragraph', 项: 'point', 章: 'division', 节: 'division', 编: 'division' }

/** The level that a word in lower case names ("articles", "paragraph"), or null. */
export function levelNamed(word: string): ReferenceLevel | null {
  const known = LEVELS.get(word) ?? HAN_LEVELS[word]
  if (known !== undefined) return known
  return /^\p{Script=Arabic}/v.test(word) ? (ARABIC.find(([form]) => form.test(word))?.[1] ?? null) : null
}

const LABEL = /^(?:\d{1,4}(?:\.\d{1,3})*[a-z]{0,3}|\d+(?:bis|ter|quater)|[a-z]{1,2}|[ivxlc]{1,7}|bis|ter|quater|quinquies|[а-я]|[\p{Nd}--\d]{1,4}|[〇零一二三四五六七八九十百]{1,5})$/v
/** Whether a word in lower case can be the number of a clause: "12", "109h", "a", "iv", "bis". */
export const isLabel = (word: string): boolean => LABEL.test(word)

const JOINTS: ReadonlySet<string> = new Set('and or to through inclusive respectively both et ou à y e o a и или до по و أو إلى 和 或 至 及 第'.split(' '))
/** Whether a word joins the members of a list of references. */
export const isJoint = (word: string): boolean => JOINTS.has(word)
