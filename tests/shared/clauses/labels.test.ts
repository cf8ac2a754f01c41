import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { labelsOf, parentsOf, type LabelSettings } from '#shared/clauses/index.ts'
import { seriesOf } from '#shared/clauses/series.ts'
import { anySequence, plainSequence, settingsAtWill } from '#tests/support/sequences.ts'
import {
  COE_ENGLISH,
  UN_ENGLISH,
  annex,
  appendix,
  article,
  chapeau,
  chapter,
  closing,
  definition,
  footnote,
  heading,
  item,
  numbered,
  par,
  part,
  preamble,
  recital,
  section,
  sub,
  subsection,
  testimonium,
  text,
  title,
  treaty,
  type Draft,
} from '#tests/support/treaty.ts'

const labelled = (settings: LabelSettings, ...drafts: readonly Draft[]): readonly string[] =>
  [...labelsOf(treaty(...drafts), settings).values()].map((label) => label.text)
const un = (...drafts: readonly Draft[]): readonly string[] => labelled(UN_ENGLISH, ...drafts)

describe('any sequence', () => {
  test('[CL19] has a label for every clause', () => {
    fc.assert(
      fc.property(anySequence, settingsAtWill, (clauses, settings) => {
        const labels = labelsOf(clauses, settings)
        expect([...labels.keys()]).toEqual(clauses.map(({ id }) => id))
      }),
    )
  })

  test('[CL19] without numbers by hand gives siblings of one series different numbers', () => {
    fc.assert(
      fc.property(plainSequence, settingsAtWill, (clauses, settings) => {
        const labels = labelsOf(clauses, settings)
        const parents = parentsOf(clauses)
        const seen = clauses.flatMap(({ id, kind, depth }, index) => {
          const series = seriesOf(kind, depth)
          const number = labels.get(id)?.number ?? ''
          return series === null || number === '' ? [] : [`${parents[index]}:${series}:${number}`]
        })
        expect(new Set(seen).size).toBe(seen.length)
      }),
    )
  })

  test('[CL12] leaves only paragraphs, annexes and appendices without a derived number', () => {
    fc.assert(
      fc.property(plainSequence, settingsAtWill, (clauses, settings) => {
        const labels = labelsOf(clauses, settings)
        const bare = clauses.filter(({ id, kind, depth }) => seriesOf(kind, depth) !== null && labels.get(id)?.number === '')
        const series = new Set(bare.map(({ kind, depth }) => seriesOf(kind, depth)))
        expect([...series].filter((one) => one !== 'paragraph' && one !== 'annex' && one !== 'appendix')).toEqual([])
      }),
    )
  })

  test('[CL17] shows a number written by hand as its number', () => {
    fc.assert(
      fc.property(anySequence, settingsAtWill, (clauses, settings) => {
        const labels = labelsOf(clauses, settings)
        const written = clauses.filter(({ number }) => number !== null)
        expect(written.map(({ id }) => labels.get(id)?.number)).toEqual(written.map(({ number }) => number))
      }),
    )
  })
})

test('[CL19] of an id that stands twice the first place counts', () => {
  const twice = [...treaty(article('A')), ...treaty(article('B'), article('C'))]
  expect([...labelsOf(twice, UN_ENGLISH).values()].map((label) => label.text)).toEqual(['Article 1', 'Article 3'])
})

test('[CL14] a treaty of the United Nations', () => {
  expect(
    un(
      title('T'),
      preamble('', recital('R')),
      part('P', chapter('C', section('S', subsection('U', article('A', par('1', sub('a', item('i', item('a', item('i', item('1')))))), par('2')))))),
      testimonium('W'),
      annex('X'),
      annex('Y', appendix('Z')),
    ),
  ).toEqual(
    [
      ['', '', '', 'Part I', 'Chapter I', 'Section 1', 'Subsection A'],
      ['Article 1', '1.', '(a)', '(i)', 'a.', 'i.', '(1)', '2.'],
      ['', 'Annex I', 'Annex II', 'Appendix'],
    ].flat(),
  )
})

test('[CL15] a treaty of the Council of Europe', () => {
  expect(
    labelled(
      COE_ENGLISH,
      chapter('C', section('S', subsection('T', article('A', par('1', sub('a', item('i', item('1')))), par('2'))))),
    ),
  ).toEqual(['Chapter I', 'Section 1', 'Title 1', 'Article 1', '1', 'a', 'i', '1', '2'])
})

test('[CL16] regulations instead of articles', () => {
  expect(labelled({ ...UN_ENGLISH, articleWord: 'Regulation' }, article('A'))).toEqual(['Regulation 1'])
})

test('[CL10] a definition counts by its depth, and with what else stands there', () => {
  expect(un(article('Terms', definition('x'), definition('y'), par('z')))).toEqual(['Article 1', '1.', '2.', '3.'])
  expect(un(article('Terms', chapeau('For:', definition('x'), sub('y'))))).toEqual(['Article 1', '', '(a)', '(b)'])
})

test('[CL10] headings, closing words and unnumbered text interrupt no count', () => {
  expect(un(article('A', par('1'), text('q'), par('2'), closing('z')), heading('H'), article('B'))).toEqual(['Article 1', '1.', '', '2.', '', '', 'Article 2'])
})

describe('[CL11] what runs and what begins again', () => {
  test('[CL11] chapters run where there are no parts, articles run through them', () => {
    expect(un(chapter('A', article('a'), section('s'), section('t')), chapter('B', section('s', article('b'))))).toEqual(['Chapter I', 'Article 1', 'Section 1', 'Section 2', 'Chapter II', 'Section 1', 'Article 2'])
  })

  test('[CL11] chapters begin again in each part', () => {
    expect(un(part('P', chapter('A'), chapter('B')), part('Q', chapter('A')))).toEqual(['Part I', 'Chapter I', 'Chapter II', 'Part II', 'Chapter I'])
  })

  test('[CL11] articles begin again in an annex; footnotes do not', () => {
    expect(un(article('A', par('x', footnote('f'))), annex('X', article('B', par('y', footnote('g')))), annex('Y', article('C')))).toEqual(['Article 1', '', '1', 'Annex I', 'Article 1', '', '2', 'Annex II', 'Article 1'])
  })

  test('[CL11] lists begin again below each parent', () => {
    expect(un(article('A', par('1', sub('a'), sub('b')), par('2', sub('a', item('i')), sub('b', item('i')))))).toEqual(['Article 1', '1.', '(a)', '(b)', '2.', '(a)', '(i)', '(b)', '(i)'])
  })
})

test('[CL12] an only paragraph or annex has no number, one beside unnumbered text neither', () => {
  expect(un(article('A', par('x')), article('B', text('t'), par('x')), annex('X'))).toEqual(['Article 1', '', 'Article 2', '', '', 'Annex'])
})

test('[CL13] after (z) comes (aa)', () => {
  const letters = un(article('A', par('1', ...Array.from({ length: 28 }, () => sub('x')))))
  expect(letters.slice(-4)).toEqual(['(y)', '(z)', '(aa)', '(bb)'])
})

test('[CL17] numbers written by hand stand in the place of the derived ones', () => {
  expect(
    un(
      numbered('4 bis', article('A', numbered('4 bis', par('x')), numbered('', par('y')), numbered('a bis', sub('z')))),
      numbered('', article('B')),
      numbered('A', heading('H')),
      numbered('12', recital('R')),
    ),
  ).toEqual(['Article 4 bis', '4 bis.', '', '(a) bis', '', 'A', '(12)'])
})

describe('[CL18] how counting goes on after a number written by hand', () => {
  const after = (...numbers: readonly string[]): readonly string[] =>
    un(article('A', ...numbers.map((number) => numbered(number, par('x'))), par('x'), par('y'))).slice(1 + numbers.length)

  test('[CL18] a plain number is followed by the next', () => {
    expect(after('7')).toEqual(['8.', '9.'])
    expect(after('7', '2')).toEqual(['3.', '4.'])
  })

  test('[CL18] anything else changes nothing', () => {
    expect(after('3', '3 bis')).toEqual(['4.', '5.'])
    expect(after('3', '')).toEqual(['4.', '5.'])
    expect(after('3', 'VII')).toEqual(['4.', '5.'])
  })

  test('[CL18] letters and roman numerals are read in their own series, digits everywhere', () => {
    expect(un(article('A', par('1', numbered('c', sub('x')), sub('y'), numbered('i', sub('z')), sub('q'))))).toEqual(['Article 1', '', '(c)', '(d)', '(i)', '(j)'])
    expect(un(numbered('IV', chapter('A')), chapter('B'), numbered('9', chapter('C')), chapter('D'))).toEqual(['Chapter IV', 'Chapter V', 'Chapter 9', 'Chapter X'])
  })

  test('[CL18] (aa) between (a) and (b) is an insertion; after (z) it is a number', () => {
    expect(un(article('A', par('1', sub('x'), numbered('aa', sub('y')), sub('z'))))).toEqual(['Article 1', '', '(a)', '(aa)', '(b)'])
    expect(un(article('A', par('1', numbered('z', sub('x')), numbered('aa', sub('y')), sub('z')))).at(-1)).toBe('(bb)')
  })
})

test.each<[LabelSettings['language'], readonly string[]]>([
  ['fr', ['Chapitre I', 'Article premier', '1.', 'a)', 'i)', '2.', 'Article 2', 'Annexe']],
  ['es', ['Capítulo I', 'Artículo 1', '1.', 'a)', 'i)', '2.', 'Artículo 2', 'Anexo']],
  ['ru', ['Глава I', 'Статья 1', '1.', 'a)', 'i)', '2.', 'Статья 2', 'Приложение']],
  ['zh', ['第一章', '第一条', '一、', '（一）', '1.', '二、', '第二条', '附件']],
  ['ar', ['الفصل الأول', 'المادة 1', '1 -', '(أ)', '‘1’', '2 -', 'المادة 2', 'المرفق']],
])('[CL14] in %s', (language, expected) => {
  const drafts = [chapter('C', article('A', par('1', sub('a', item('i'))), par('2')), article('B')), annex('X')]
  expect(labelled({ ...UN_ENGLISH, language }, ...drafts)).toEqual(expected)
})
