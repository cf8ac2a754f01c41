import type { Page } from './page.ts'

const QUOTED_TERM = /^[[(]*[“"«‘「][^”"»’」]{1,200}[”"»’」]/u
const DEFINING_VERB = /^.{1,220}?[”"»’」][^.;]{0,80}?\s(?:means?|shall mean|includes?|refers?)\s/u
const DEFINITIONS_TITLE =
  /definition|définition|definicion|use of terms|emploi des termes|terms|termes|términos|употребление терминов|определени|用语|定义|المصطلحات|تعاريف/iu

/** A quoted term that is given a meaning (FM15). */
export const isDefinition = (page: Page, text: string): boolean =>
  QUOTED_TERM.test(text) && (DEFINITIONS_TITLE.test(page.title) || DEFINING_VERB.test(text.slice(0, 400)))
