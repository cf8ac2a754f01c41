import { expect, test } from 'vitest'
import type { Clause, ClauseText, Language } from '#shared/clauses/index.ts'
import { definitionsIn, setApartIn } from '#shared/terms/definitions.ts'
import { article, chapeau, definition, idNamed, named, par, sub, treaty, type Draft } from '#tests/support/treaty.ts'

const text = (drafts: readonly Draft[], language: Language = 'en'): ClauseText => ({ title: '', settings: { style: 'un', language, articleWord: null }, clauses: treaty(...drafts) })
const terms = (wording: string, language: Language = 'en'): string[] => definitionsIn(text([article('Use of terms', par(wording))], language)).map(({ term, manner }) => `${term} (${manner})`)

test.each<[Language, string, readonly string[]]>([
  ['en', '“Ship” means a vessel.', ['Ship (means)']],
  ['en', 'For the purposes of this Convention, "ship" shall mean a vessel.', ['ship (means)']],
  ['en', '“Freezing” or “seizure” shall mean prohibiting a transfer.', ['Freezing (means)', 'seizure (means)']],
  ['en', '“Collection in situ”, in relation to genetic resources, means sampling.', ['Collection in situ (means)']],
  ['en', 'the term “minor" shall include all persons under 18', ['minor (means)']],
  ['fr', 'On entend par « navire » un bâtiment.', ['navire (means)']],
  ['fr', '« Navire » s’entend d’un bâtiment.', ['Navire (means)']],
  ['es', 'Por “buque” se entenderá una nave.', ['buque (means)']],
  ['ru', '«Судно» означает корабль.', ['Судно (means)']],
  ['zh', '“船舶”是指船只。', ['船舶 (means)']],
  ['ar', 'يقصد بعبارة "السفينة" المركب.', ['السفينة (means)']],
])('[TM1] a definition in %s: %s', (language, wording, found) => {
  expect(terms(wording, language)).toEqual(found)
})

test.each(['a “BBNJ” standardized identifier', 'States Parties shall mark it “urgent”.', 'Nothing here.'])('[TM1] no definition: %s', (wording) => {
  expect(terms(wording)).toEqual([])
})

test('[TM1] italics at the head of a clause set a term apart', () => {
  const [clause] = treaty(par('Ship means a vessel.'))
  const marked = clause === undefined ? [] : [{ ...clause, spans: [{ from: 0, to: 4, mark: 'em' }] } satisfies Clause]
  expect(definitionsIn({ ...text([]), clauses: marked }).map(({ term }) => term)).toEqual(['Ship'])
})

test('[TM2] a French list of definitions needs no verb, in its article alone', () => {
  expect(terms('« Navire » un bâtiment de mer.', 'fr')).toEqual(['Navire (means)'])
  expect(definitionsIn(text([article('Pavillon', par('« Navire » un bâtiment de mer.'))], 'fr'))).toEqual([])
  expect(terms('“Ship” a vessel.')).toEqual([])
})

test.each<[Language, string, string]>([
  ['en', 'a committee (hereinafter referred to as “the Committee”)', 'Committee'],
  ['en', 'a committee (“the Committee”)', 'Committee'],
  ['en', 'a body, hereinafter called the Compliance Committee, is set up', 'Compliance Committee'],
  ['fr', 'un comité (ci-après dénommé « le Comité »)', 'Comité'],
  ['es', 'un comité (en adelante, “el Comité”)', 'Comité'],
  ['ru', 'комитет (далее — «Комитет»)', 'Комитет'],
  ['zh', '委员会（以下简称“委员会”）', '委员会'],
  ['ar', 'لجنة (المشار إليها فيما يلي باسم "اللجنة")', 'اللجنة'],
])('[TM3, TM4] a short name in %s: %s', (language, wording, term) => {
  expect(terms(wording, language)).toEqual([`${term} (hereinafter)`])
})

test('[TM4] a definition takes in its limbs, and stands where its term stands', () => {
  const found = definitionsIn(text([article('Use of terms', chapeau('For the purposes of this Convention:'), named('sp', definition('“Service provider” means:', sub('any entity;'), sub('any other.'))), definition('“Data” means facts.'))]))
  expect(found.map(({ wording, clause, from, to }) => ({ wording, clause, from, to }))).toEqual([
    { wording: '“Service provider” means:\nany entity;\nany other.', clause: idNamed('sp'), from: 1, to: 17 },
    { wording: '“Data” means facts.', clause: idNamed('6'), from: 1, to: 5 },
  ])
})

test('[TM4] several definitions in one clause end where the next begins', () => {
  const found = definitionsIn(text([par('“Ship” means a vessel. “Boat” or “dinghy” means a small one.')]))
  expect(found.map(({ wording }) => wording)).toEqual(['“Ship” means a vessel.', '“Boat” or “dinghy” means a small one.', '“dinghy” means a small one.'])
})

test('[TM5] a definition for one article holds there', () => {
  const scopes = (wording: string) => definitionsIn(text([named('art', article('Children', par(wording)))])).map(({ scope }) => scope)
  expect(scopes('For the purpose of this article, “minor” means a child.')).toEqual([idNamed('art')])
  expect(scopes('For the purpose of this Convention, “minor” means a child.')).toEqual([null])
})

test('[TM4] quotation marks of all makes set apart, and a leading article does not count', () => {
  const [clause] = treaty(par('“the Area” and «Zone» and "X"'))
  expect(clause && setApartIn(clause).map(({ term, from, to }) => [term, clause.text.slice(from, to)])).toEqual([['Area', 'Area'], ['Zone', 'Zone'], ['X', 'X']])
})
