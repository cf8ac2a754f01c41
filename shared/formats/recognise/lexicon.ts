import type { DivisionKind } from '#shared/clauses/index.ts'

/** The words that open a numbered division, in lower case. `title` stands for `Title 1`, whose rank varies (FM9). */
export type DivisionWord = Extract<DivisionKind, 'part' | 'chapter' | 'section' | 'subsection' | 'article' | 'annex' | 'appendix'> | 'title'

const WORDS: Readonly<Record<DivisionWord, readonly string[]>> = {
  part: ['part', 'partie', 'parte', 'часть', 'الجزء', 'الباب'],
  title: ['title', 'titre', 'título', 'titulo', 'титул'],
  chapter: ['chapter', 'chapitre', 'capítulo', 'capitulo', 'глава', 'الفصل'],
  section: ['section', 'sección', 'seccion', 'раздел', 'القسم', 'الفرع'],
  subsection: ['subsection', 'sub-section', 'sous-section', 'subsección', 'подраздел'],
  article: ['article', 'artículo', 'articulo', 'статья', 'المادة', 'regulation', 'rule', 'principle', 'guideline', 'règle', 'regla', 'правило'],
  annex: ['annex', 'annexe', 'anexo', 'приложение', 'المرفق'],
  appendix: ['appendix', 'appendice', 'apéndice', 'добавление', 'التذييل', 'schedule'],
}

const BY_WORD = new Map<string, DivisionWord>(
  Object.entries(WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind as DivisionWord] as const)),
)

/** What kind of division `word` opens, whatever its case or language; null when none. */
export const divisionWordOf = (word: string): DivisionWord | null => BY_WORD.get(word.toLowerCase()) ?? null

/** Chinese prints the number inside: 第三条, 第二章. */
export const HAN_DIVISIONS: Readonly<Record<string, DivisionWord>> = {
  条: 'article',
  章: 'chapter',
  节: 'section',
  部分: 'part',
  编: 'part',
}

/** Numbers that headings spell out. */
export const SPELLED = new Set(
  'one two three four five six seven eight nine ten eleven twelve premier première unique primero primera único'.split(' '),
)

export const PREAMBLE = /^(?:序言|(?:preamble|préambule|preámbulo|преамбула|الديباجة)(?!\p{L}))/iu

export const CONTENTS = /^(?:table of contents|contents|table des matières|sommaire|índice|содержание|目录|المحتويات)$/iu

export const ENACTING =
  /(?:agreed (?:as follows|upon the following|on the following)|sont convenu(?:e?s)? (?:de ce qui suit|des dispositions suivantes|comme suit)|han (?:acordado|convenido)(?: en)? lo siguiente|(?:согласились|договорились) о нижеследующем|(?:协议|议定)如下|قد? ?اتفقت على ما يلي)/iu

export const TESTIMONIUM =
  /^(?:in (?:witness|faith|testimony) whereof|done (?:at|in) \p{L}|en foi de quoi|fait (?:à|le) |en (?:fe|testimonio) de lo cual|hech[oa] en |в удостоверение чего|совершено в |以昭信守|وإثباتا لذلك|حُ?ررت? )/iu

/** How the note of a treaty's adoption opens, below its title. */
export const ADOPTION =
  /^[(]?(?:adopted|opened for signature|signed|concluded|entered into force|adoptée? |faite? à|ouverte? à la signature|aprobad[oa]|adoptad[oa]|hech[oa] en|принят[аоы]? )/iu

/** How a recital opens. Only to part recitals that a source runs together in one line (FM10). */
export const RECITAL_OPENER = new RegExp(
  String.raw`^(?:${[
    'Acknowledging|Adhering|Affirming|Alarmed|Appreciating|Aspiring|Aware|Bearing in mind|Being|Believing|Commending|Concerned|Confident|Confirming|Conscious|Considering|Convinced|Deeply|Deploring|Desir|Determined|Emphasi[sz]ing|Encouraged|Expressing|Fully|Gravely|Guided|Having|Highlighting|Inspired|Keeping|Mindful|Noting|Observing|Prompted|Pursuing|Reaffirming|Realizing|Recalling|Recogni[sz]ing|Referring|Reiterating|Resolved|Respecting|Seeking|Stressing|Striving|Taking|Underlining|Understanding|Welcoming|Wishing',
    'Affirmant|Animé|Aspirant|Ayant|Conscient|Considérant|Constatant|Convaincu|Désir|Déterminé|Estimant|Gardant|Insistant|Notant|Persuadé|Préoccupé|Rappelant|Réaffirmant|Reconnaissant|Résolu|Respectant|Sachant|Soucieu|Soulignant|Tenant',
    'Acogiendo|Animad|Aspirando|Conscientes|Considerando|Convencid|Decidid|Desea|Deseos|Destacando|Habiendo|Observando|Poniendo|Preocupad|Reafirmando|Reconociendo|Recordando|Resuelt|Respetando|Subrayando|Teniendo|Tomando',
  ].join('|')})`,
  'u',
)

/**
 * Words with which a provision's first sentence opens and a title hardly goes on: they part a title from wording that
 * stands on the same line (FM8).
 */
export const SENTENCE_OPENER = new RegExp(
  String.raw`^(?:${[
    'The|An?|In|If|Where|When|Whenever|Each|Every|Any|All|No|None|Nothing|Without|Subject|Except|Excepting|For|This|These|Those|There|Unless|Upon|Until|Notwithstanding|Pursuant|With|By|It|Such|To|As|At|After|Before|During|Within|Should|Neither|Either|Only|Nor|Pending|Fees|Having|On',
    'Le|La|Les|Un|Une|Aux|Au|Afin|Chaque|Tout|Toute|Toutes|Tous|Aucun|Aucune|Si|Sous|Sauf|Rien|Nul|Pour|Dans|Lorsqu\\p{L}*|En|Il|Ces|Cette|Conformément|Sans|À|L’\\p{L}+|L\'\\p{L}+|Des?',
    'El|Los|Las|Una?|Cada|Para|Si|Ninguna?|Nada|Todos?|Todas?|Cuando|Sin|Salvo|Al|A|Con|Este|Esta|Estos|Estas|Lo|Toda|Todo|Por',
    'Для|Настоящ\\p{L}+|Стороны|Сторона|Кажд\\p{L}+|Никак\\p{L}+|Люб\\p{L}+|Без|При|В|Во|На|По|Если|Ничто|Государств[ао]|С|Эт\\p{L}+|Все|Цель|Цели|Конференция',
  ].join('|')})$`,
  'u',
)
