import { unreachable } from '#shared/kernel/index.ts'
import type { LabelSettings, Language } from './clause.ts'
import type { Numeral } from './numerals.ts'
import type { Series } from './series.ts'

/**
 * How a number is printed: `before` + number + `after`. A suffix such as `bis` stands behind `after` when
 * `suffixOutside`: "(a) bis", but "2 bis.". `alone` is printed when there is no number.
 */
export type Form = Readonly<{
  numeral: Numeral
  before: string
  after: string
  suffixOutside: boolean
  alone: string
}>

type Word = 'part' | 'chapter' | 'section' | 'subsection' | 'article' | 'annex' | 'appendix'
type Provision = Exclude<Series, Word | 'footnote'>

/** Words as the authentic texts of United Nations treaties print them; `title` is the Council of Europe's subsection. */
const WORDS: Record<Language, Readonly<Record<Word | 'title', string>>> = {
  en: {
    part: 'Part',
    chapter: 'Chapter',
    section: 'Section',
    subsection: 'Subsection',
    title: 'Title',
    article: 'Article',
    annex: 'Annex',
    appendix: 'Appendix',
  },
  fr: {
    part: 'Partie',
    chapter: 'Chapitre',
    section: 'Section',
    subsection: 'Sous-section',
    title: 'Titre',
    article: 'Article',
    annex: 'Annexe',
    appendix: 'Appendice',
  },
  es: {
    part: 'Parte',
    chapter: 'Capítulo',
    section: 'Sección',
    subsection: 'Subsección',
    title: 'Título',
    article: 'Artículo',
    annex: 'Anexo',
    appendix: 'Apéndice',
  },
  ru: {
    part: 'Часть',
    chapter: 'Глава',
    section: 'Раздел',
    subsection: 'Подраздел',
    title: 'Подраздел',
    article: 'Статья',
    annex: 'Приложение',
    appendix: 'Добавление',
  },
  ar: {
    part: 'الجزء',
    chapter: 'الفصل',
    section: 'الفرع',
    subsection: 'الفرع الفرعي',
    title: 'الباب',
    article: 'المادة',
    annex: 'المرفق',
    appendix: 'التذييل',
  },
  zh: {
    part: '部分',
    chapter: '章',
    section: '节',
    subsection: '分节',
    title: '题',
    article: '条',
    annex: '附件',
    appendix: '附录',
  },
}

const form = (numeral: Numeral, before = '', after = ''): Form => ({
  numeral,
  before,
  after,
  suffixOutside: /[^.,、\s]/.test(after),
  alone: '',
})

/** United Nations Editorial Manual, "Paragraphs and subparagraphs": (a), (i), a., i.; French and Spanish a), i). */
const UN: Readonly<Record<Provision, Form>> = {
  paragraph: form('decimal', '', '.'),
  subparagraph: form('letter', '(', ')'),
  item: form('roman', '(', ')'),
  subitem: form('letter', '', '.'),
  point: form('roman', '', '.'),
  subpoint: form('decimal', '(', ')'),
}
const UN_HALF_BRACKETS: Readonly<Record<Provision, Form>> = {
  ...UN,
  subparagraph: form('letter', '', ')'),
  item: form('roman', '', ')'),
  subpoint: form('decimal', '', ')'),
}
const UN_CHINESE: Readonly<Record<Provision, Form>> = {
  ...UN,
  paragraph: form('han', '', '、'),
  subparagraph: form('han', '（', '）'),
  item: form('decimal', '', '.'),
  subpoint: form('decimal', '（', '）'),
}
const UN_ARABIC: Readonly<Record<Provision, Form>> = {
  ...UN,
  paragraph: form('decimal', '', ' -'),
  subparagraph: form('abjad', '(', ')'),
  item: form('decimal', '‘', '’'),
  subitem: form('abjad', '', ' -'),
  point: form('decimal', '', '.'),
}
const COUNCIL_OF_EUROPE: Readonly<Record<Provision, Form>> = {
  paragraph: form('decimal'),
  subparagraph: form('letter'),
  item: form('roman'),
  subitem: form('decimal'),
  point: form('letter'),
  subpoint: form('roman'),
}

function provisionForms({ style, language }: LabelSettings): Readonly<Record<Provision, Form>> {
  if (style === 'coe') return COUNCIL_OF_EUROPE
  switch (language) {
    case 'en':
      return UN
    case 'fr':
    case 'es':
    case 'ru':
      return UN_HALF_BRACKETS
    case 'zh':
      return UN_CHINESE
    case 'ar':
      return UN_ARABIC
    default:
      return unreachable(language)
  }
}

function wordNumeral(word: Word, { style, language }: LabelSettings): Numeral {
  if (word === 'subsection') return style === 'coe' ? 'decimal' : 'LETTER'
  if (language === 'zh') return 'han'
  if (word === 'article' || word === 'section') return 'decimal'
  return language === 'ar' ? 'arabic-ordinal' : 'ROMAN'
}

function wordForm(word: Word, settings: LabelSettings): Form {
  const words = WORDS[settings.language]
  const own = word === 'article' ? (settings.articleWord ?? words.article) : words[word]
  const spoken = word === 'subsection' && settings.style === 'coe' ? words.title : own
  const numeral = wordNumeral(word, settings)
  const alone = word === 'annex' || word === 'appendix' ? spoken : ''
  if (settings.language !== 'zh') return { ...form(numeral, `${spoken} `), alone }
  if (alone !== '') return { ...form(numeral, spoken), alone }
  return form(numeral, numeral === 'LETTER' ? '' : '第', spoken)
}

/** How each series is printed under `settings` (CL14–CL16). */
export const formsOf = (settings: LabelSettings): Readonly<Record<Series, Form>> => ({
  ...provisionForms(settings),
  part: wordForm('part', settings),
  chapter: wordForm('chapter', settings),
  section: wordForm('section', settings),
  subsection: wordForm('subsection', settings),
  article: wordForm('article', settings),
  annex: wordForm('annex', settings),
  appendix: wordForm('appendix', settings),
  footnote: form('decimal'),
})
