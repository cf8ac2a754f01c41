import { expect, test } from 'vitest'
import { outlineOf, read } from '../reading.ts'

const SOURCE = `Convention on Rivers

Preamble

The Parties to this Convention,

Recognising that rivers cross frontiers,

Have agreed as follows:

Chapter I – General provisions

Article 1 – Use of terms

For the purposes of this Convention:

(a) “river” means flowing water;

(b) “Party” means a State bound by this Convention.

Article 2
Duties

1. Each Party shall:

(a) keep its rivers clean; and

(b) report:

(i) each year;

(ii) on request,

to the other Parties.

2. No Party shall harm another.

Article 3

This Convention enters into force at once.

IN WITNESS WHEREOF the undersigned have signed.

Annex

1. The first river.

2. The second river.
`

test('[FM10] [FM11] [FM16] a treaty as plain text', () => {
  const { text, report } = read(SOURCE)
  expect(outlineOf(text)).toEqual([
    'title Convention on Rivers',
    'preamble Preamble',
    'chapeau The Parties to this Convention,',
    'recital Recognising that rivers cross frontiers,',
    'enacting Have agreed as follows:',
    'chapter [Chapter I] General provisions',
    'article [Article 1] Use of terms',
    'chapeau For the purposes of this Convention:',
    '  definition [(a)] “river” means flowing water;',
    '  definition [(b)] “Party” means a State bound by this Convention.',
    'article [Article 2] Duties',
    'paragraph [1.] Each Party shall:',
    '  subparagraph [(a)] keep its rivers clean; and',
    '  subparagraph [(b)] report:',
    '    item [(i)] each year;',
    '    item [(ii)] on request,',
    '  closing to the other Parties.',
    'paragraph [2.] No Party shall harm another.',
    'article [Article 3]',
    'paragraph This Convention enters into force at once.',
    'testimonium IN WITNESS WHEREOF the undersigned have signed.',
    'annex [Annex]',
    'paragraph [1.] The first river.',
    'paragraph [2.] The second river.',
  ])
  expect(report).toMatchObject({ format: 'text', unrecognised: [], notes: [] })
})

test('[FM4] [FM5] what was done to the source is noted', () => {
  const wrapped = 'Rivers\n\nEach Party\nshall con\u00adsult\nall others.\n\nThis holds\nfor lakes\nas well.'
  expect(read(wrapped).report.notes).toEqual([
    { id: 'invisible-characters-removed', count: 1 },
    { id: 'wrapped-lines-joined', count: 4 },
  ])
})
