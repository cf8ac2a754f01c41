/*
 * English drafting: phrases that say the same, and words that carry no matter of their own. Kept to what drafting manuals
 * treat as one and the same; where a court could tell two phrases apart they stay two.
 */
import { Phrases } from './phrases.ts'

/** Words that may come, go or take each other's place: articles, relatives, forms of "to be", the bland prepositions. */
const LIGHT = `a an the of to for in on at with as upon into onto
that which who whom whose this these those such said same so thus hereby then also
is are be been being was were has have had do does did
it its they them their theirs he she him her his hers itself themselves
there here thereof therein thereto thereunder hereof herein hereto
following follows concerned therefore accordingly moreover furthermore further respectively duly`

const LIGHT_WORDS: ReadonlySet<string> = new Set(LIGHT.split(/\s+/v))

/** Whether an English word carries no matter of its own. Never a negation, a modal verb, "by", "from", "and" or "or". */
export const isLight = (word: string): boolean => LIGHT_WORDS.has(word)

/** For each list the words that stand for all its phrases; '' where they may as well be left out. */
const SAME: readonly (readonly [phrases: string, canonical: string])[] = [
  ['in accordance with|pursuant to|in conformity with|in compliance with|according to|under the terms of|in pursuance of|in line with|under', 'pursuant'],
  ['as well as|and also|together with|along with|and', 'and'],
  ['such as|e.g|eg|for example|for instance|by way of example', 'such-as'],
  ['including but not limited to|including, without limitation|including, inter alia|including', 'including'],
  ['includes but is not limited to|include but are not limited to|includes|include', 'includes'],
  ['that is to say|that is|i.e|ie|namely|viz', 'namely'],
  ['concerning|regarding|relating to|related to|with regard to|in relation to|in respect of|with respect to|as regards|with reference to|pertaining to|relative to', 'concerning'],
  ['set out in|set forth in|laid down in|provided for in|referred to in|specified in|prescribed in|mentioned in|contained in|stipulated in|stated in|set forth under|set out under|provided for under|provided for by|laid down by|prescribed by|set by', 'set-out'],
  ['prior to|before|in advance of', 'before'],
  ['subsequent to|following upon|after', 'after'],
  ['in the event of|in the event that|in the case that|in case|if|where|when|whenever|in cases where|in circumstances where', 'if'],
  ['commence|begin|start', 'begin'],
  ['commenced|begun|started|began', 'began'],
  ['attain|achieve|reach|accomplish', 'attain'],
  ['attained|achieved|reached|accomplished', 'attained'],
  ['attainment|achievement', 'attainment'],
  ['terminate|end|cease', 'end'],
  ['establish|create|set up|put in place', 'establish'],
  ['established|created', 'established'],
  ['adopt measures|take measures', 'take measures'],
  ['adopt such measures|take such measures', 'take measures'],
  ['supply|provide', 'provide'],
  ['supplied|provided', 'supplied'],
  ['suitable|appropriate', 'appropriate'],
  ['assured|ensured', 'ensured'],
  ['assure|ensure', 'ensure'],
  ['destined|intended', 'intended'],
  ['importation|imports|import', 'import'],
  ['exportation|exports|export', 'export'],
  ['transmit|forward|send', 'transmit'],
  ['transmitted|forwarded|sent', 'transmitted'],
  ['grant|accord', 'grant'],
  ['make use of|use|utilise|utilize|employ', 'use'],
  ['at the request of|upon the request of|on the request of|upon request of|on application by|on request by', 'at-request'],
  ['only|solely|exclusively|merely', 'only'],
  ['other than|except|save|save for|except for|excepting', 'except'],
  ['provided that|on condition that|subject to the condition that', 'provided-that'],
  ['notwithstanding|despite|in spite of', 'despite'],
  ['where appropriate|as appropriate|if appropriate|when appropriate', 'as-appropriate'],
  ['where necessary|if necessary|when necessary|as necessary', 'as-necessary'],
  ['as far as possible|so far as possible|to the extent possible|in so far as possible', 'as-possible'],
  ['consist of|comprise|be composed of|be made up of', 'comprise'],
  ['consists of|comprises|is composed of|is made up of', 'comprises'],
  ['aim at|aim to|be aimed at', 'aim'],
  ['in the light of|in light of', 'in-light'],
  ['take part|participate', 'participate'],
  ['takes part|participates', 'participates'],
  ['during|in the course of|throughout', 'during'],
  ['legal entity|legal person|juridical person', 'legal-person'],
  ['legal entities|legal persons|juridical persons', 'legal-person'],
  ['within the framework of|in the framework of|in the context of', 'framework'],
  ['in the field of|in the area of|in matters of', 'field-of'],
  ['in question|involved', ''],
  ['on behalf of|in the name of', 'on-behalf'],
  ['consequence|result', 'result'],
  ['assist|help', 'assist'],
  ['assistance|help', 'assistance'],
  ['purchase|buy', 'buy'],
  ['construed|interpreted', 'construed'],
  ['construe|interpret', 'construe'],
  ['carry out|perform|execute', 'perform'],
  ['obtain|get', 'obtain'],
  ['sufficient|enough|adequate', 'sufficient'],
  ['whole|entire', 'whole'],
  ['each|every', 'each'],
  ['the present|this', 'this'],
  ['any person|anyone|anybody', 'anyone'],
  ['while|whilst', 'while'],
  ['among|amongst', 'among'],
  ['toward|towards', 'towards'],
  ['on|upon', 'on'],
  ['per cent|percent', '%'],
  ['regardless of|irrespective of|without regard to', 'irrespective'],
  ['in particular|particularly|notably', 'particularly'],
  ['at least|not less than|no less than|no fewer than|not fewer than', 'at-least'],
  ['at most|not more than|no more than|not exceeding|up to|a maximum of', 'at-most'],
  ['by means of|by way of|via|by using|through the use of', 'by-means'],
  ['so as to|in order to|with a view to|with the aim of|for the purpose of|for the purposes of', ''],
  ['by virtue of|on the basis of|on account of|by reason of|because of|due to|owing to', 'because'],
  ['does not have|do not have|has not|have not|has no|have no', 'not have'],
  ['shall have no|shall not have', 'shall not have'],
  ['is not|are not', 'not be'],
  ['cannot|can not|may not be able to', 'can not'],
  ['states parties|state parties|state party|contracting parties|contracting party|contracting states|contracting state|high contracting parties|parties|party', '§party'],
  ['each state party|each party|each contracting party|every party|all parties|all states parties|every state party', '§party'],
  ['a party|a state party|the parties|the states parties|the party|the contracting parties', '§party'],
  ['the provisions of|the provision of|the terms of', ''],
  ['of this convention|of the present convention|of this agreement|of the present agreement|of this protocol|of the present protocol|of this treaty|of the present treaty|of this regulation|of this directive|of this act|of this article|of the present article|of this paragraph|of this section|of this chapter|of this part|thereof|hereof|mentioned above|referred to above', ''],
  ['his or her|his/her|her or his|his|her|their|its', 'its'],
  ['he or she|he/she|she or he|he|she|they|it', 'it'],
  ['himself or herself|himself|herself|themselves|itself', 'itself'],
  ['chairman|chairwoman|chairperson|chair', 'chair'],
  ['in writing|written', 'written'],
  ['in so far as|insofar as|to the extent that|in as far as', 'insofar'],
  ['as soon as possible|as soon as practicable', 'as-soon'],
  ['so long as|as long as', 'as-long'],
  ['forthwith|immediately', 'immediately'],
  ['in addition to this|in addition|additionally|moreover|furthermore|besides', ''],
  ['within the meaning of|as defined in', 'as-defined'],
  ['the latter|the former', ''],
  ['a number of|several', 'several'],
  ['in order that|so that', 'so-that'],
  ['be deemed to be|be considered to be|be regarded as|be considered as|be considered|be deemed', 'be deemed'],
  ['inter alia|among other things|among others|amongst others', 'inter-alia'],
  ['vis-à-vis|in relation towards', 'vis-a-vis'],
  ['favour|favor', 'favour'],
]

/** "For the purposes of this section": says where a rule stands that stands there. */
const PLACES = 'convention agreement protocol treaty regulation directive act article section paragraph chapter part division schedule'.split(' ')
const FOR_THE_PURPOSES = ['for the purposes of', 'for the purpose of', 'for purposes of'].flatMap((start) =>
  PLACES.flatMap((place) => [`${start} this ${place}`, `${start} the present ${place}`]),
)

/** English phrases with the words that stand for them. */
export const DRAFTING = new Phrases<readonly string[]>(
  [...SAME, [FOR_THE_PURPOSES.join('|'), ''] as const].map(([phrases, canonical]) => [phrases, canonical === '' ? [] : canonical.split(' ')]),
)
