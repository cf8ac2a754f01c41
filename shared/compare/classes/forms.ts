/*
 * Forms of English words that their endings do not tell, and endings that tell nothing. Closed lists: grammar, not matter.
 */

/** Verbs and nouns whose forms are irregular: each line the plain form and its others. */
const IRREGULAR = `arise arose arisen|bear bore borne|become became|begin began begun|bind bound|break broke broken|bring brought|build built|buy bought
choose chose chosen|come came|deal dealt|draw drew drawn|drive drove driven|fall fell fallen|feed fed|feel felt|find found|forbid forbade forbidden|forgo forgone|give gave given giving
go went gone going|grow grew grown|hear heard|hold held|keep kept|know knew known|lay laid|lead led|lend lent|lose lost losing|make made making|meet met|pay paid
say said|seek sought|sell sold|send sent|show showed shown|speak spoke spoken|spend spent|swear swore sworn|take took taken taking|teach taught|tell told|think thought
understand understood|undertake undertook undertaken|use used using|uphold upheld|withdraw withdrew withdrawn|withhold withheld|write wrote written writing
child children|criterion criteria|man men|woman women|person persons people|phenomenon phenomena|analysis analyses|basis bases|index indices|matrix matrices|crisis crises`

const BASES: ReadonlyMap<string, string> = new Map(
  IRREGULAR.split(/[\n\|]/v).flatMap((line) => {
    const [base = '', ...others] = line.split(' ')
    return others.map((other) => [other, base] as const)
  }),
)

/** The plain form of a word in lower case, where its form is irregular; else the word itself. */
export const baseFormOf = (word: string): string => BASES.get(word) ?? word

/** Whether a word is the form that says who or what acts: "lending". */
export const isActiveForm = (word: string): boolean => word.length > SHORTEST_FORM && word.endsWith('ing')

/** Whether a word can be the form that says what was acted upon: "licensed", "sent". */
export const isPastForm = (word: string): boolean => (word.length > SHORTEST_FORM && word.endsWith('ed')) || (BASES.has(word) && !word.endsWith('ing'))
const SHORTEST_FORM = 4

/** Words that end as the forms of another do and mean something else: their endings stay. */
export const WHOLE_WORDS: readonly string[] = `requesting sending receiving ordering being building during evening morning meaning hearing meeting undertaking holding proceeding finding ruling shipping fishing farming mining housing clothing dwelling lodging banking offering
filing setting training outstanding standing outgoing incoming notwithstanding pending thing anything nothing something everything spring string king
direction institution constitution convention function section portion action sanction production objection projection contention expression progression succession accession procession profession
exception station election session mission version question
implement instrument document government department apartment element moment comment segment supplement complement experiment statement commitment
importance conference reference evidence presence absence essence sequence consequence influence instance substance circumstance balance finance alliance audience science sentence violence
offence offense defence defense experience allowance ordinance distance entrance clearance license licence expense response
assembly anomaly family supply reply apply comply multiply monopoly early likely shortly severally presently lately`.split(/\s+/v)
