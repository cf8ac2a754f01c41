import fc from 'fast-check'

const word = fc.constantFrom('the', 'Parties', 'shall', 'consult', 'measures', 'paragraph 1', 'article 5 (a)', 'and', 'Annex', 'inter alia', '“term”', 'means', 'под', '缔约方', 'الأطراف', '24/7')
const end = fc.constantFrom('.', ';', ':', ',', '', '; and', '.]', ' of')
const sentence = fc.tuple(fc.array(word, { minLength: 1, maxLength: 8 }), end).map(([words, mark]) => words.join(' ') + mark)
const label = fc.constantFrom('', '', '1.', '2.', '3.', '10.', '(a)', '(b)', '(c)', 'a)', 'b)', '(i)', '(ii)', 'i)', 'v)', 'a.', '1\t', 'a\t', '1. bis', '(a) ter', '[2.', '[(b)', '[(c)', '2.1', '一、', '（一）', 'а)', '(أ)', '- 1', '–', '[1]', '¹', '**', '(1)', '(A)', 'A.', '4bis.', '1. Alt.', '|')
const heading = fc.constantFrom('Article 1', 'Article 2 – Scope', 'ARTICLE 3', 'Article 4 bis', 'Article premier', 'Regulation 5.', 'Rule 6', 'CHAPTER I', 'Chapter 2', 'PART ONE', 'TITLE 1', 'Section A', 'SUBSECTION B.', 'Annex', 'ANNEX II', 'Appendix 3', 'Schedule 1', 'Preamble', 'PREAMBLE', 'Contents', 'Have agreed as follows:', 'IN WITNESS WHEREOF', 'Статья 7', '第三条', '第二章', 'المادة 1', '## Title 3', '-----', '', '')

const line = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(label, sentence).map(([mark, words]) => `${mark} ${words}`) },
  { weight: 1, arbitrary: heading },
  { weight: 1, arbitrary: fc.tuple(heading, sentence).map(([head, words]) => `${head} ${words}`) },
  { weight: 1, arbitrary: fc.array(fc.tuple(label, sentence), { maxLength: 4 }).map((parts) => parts.flat().join(' ')) },
)

/** Sources made of what treaties are printed with, in any order: well formed and not. */
export const sourceLines: fc.Arbitrary<string> = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n', '\r\n')), { maxLength: 25 })
  .map((lines) => lines.map(([words, gap]) => words + gap).join(''))
