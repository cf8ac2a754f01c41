const ONES = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'
const ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
const TENTHS = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'
/** By language: cardinal numbers from one to ten, twelve and a few rounds, as far as treaties write them out. */
const OTHERS: readonly (readonly [words: string, value: string])[] = [
  ['un une uno una один одна одно واحد واحدة 一', '1'],
  ['deux dos два две двух اثنان اثنين 二 两', '2'],
  ['trois tres три трех ثلاثة ثلاث 三', '3'],
  ['quatre cuatro четыре четырех أربعة أربع 四', '4'],
  ['cinq cinco пять пяти خمسة خمس 五', '5'],
  ['six seis шесть шести ستة ست 六', '6'],
  ['sept siete семь семи سبعة سبع 七', '7'],
  ['huit ocho восемь восьми ثمانية ثماني 八', '8'],
  ['neuf nueve девять девяти تسعة تسع 九', '9'],
  ['dix diez десять десяти عشرة عشر 十', '10'],
  ['douze doce двенадцать двенадцати', '12'],
  ['vingt veinte двадцать двадцати عشرون عشرين', '20'],
  ['trente treinta тридцать тридцати ثلاثون ثلاثين', '30'],
  ['quarante cuarenta сорок сорока أربعون أربعين', '40'],
  ['cinquante cincuenta пятьдесят пятидесяти خمسون خمسين', '50'],
  ['soixante sesenta шестьдесят шестидесяти ستون ستين', '60'],
  ['cent ciento cien сто مائة مئة', '100'],
]

function wordsWithValues(): ReadonlyMap<string, string> {
  const values = new Map<string, string>([['hundred', '100'], ['hundredth', '100'], ['thousand', '1000'], ['million', '1000000'], ['billion', '1000000000'], ['half', '1/2'], ['halves', '1/2'], ['thirds', '1/3'], ['quarter', '1/4'], ['quarters', '1/4'], ['fifths', '1/5'], ['once', '1'], ['twice', '2'], ['dozen', '12']])
  for (const list of [ONES, ORDINALS]) list.split(' ').forEach((word, i) => values.set(word, String(i)))
  for (const list of [TENS, TENTHS]) list.split(' ').forEach((word, i) => values.set(word, String(20 + 10 * i)))
  for (const [words, value] of OTHERS) for (const word of words.split(' ')) if (!values.has(word)) values.set(word, value)
  return values
}
const VALUES = wordsWithValues()

/** A number in figures, a date, a share, an ordinal; not a word with figures in it. */
const FIGURES = /^[$€£¥]?\p{Nd}[\p{Nd}\s.,:'’٬٫\/\-]*(?:[%‰٪]|st|nd|rd|th|er|e|º|ª)?$/v
const GROUPED = /^\d{1,3}(?:[ ,.'’]\d{3})+$/v
const HAN = /^[〇零一二三四五六七八九十百千万亿]+$/v
const HAN_DIGITS = '零一二三四五六七八九'
const HAN_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }

/** The plain value of a number in figures or words, as text; null for any other word. `10,000`, `10 000`: the same. */
function valueOf(word: string): string | null {
  const known = VALUES.get(word)
  if (known !== undefined) return known
  if (HAN.test(word)) return hanValue(word)
  if (!FIGURES.test(word)) return null
  const plain = word.replaceAll(/\p{Nd}/gv, westernDigit).replaceAll(/[\s\u202F\u00A0\u2009]+/gv, ' ').replaceAll(/[٬]/gv, ',').replaceAll(/[٫]/gv, '.')
  if (GROUPED.test(plain)) return plain.replaceAll(/[ ,.'’]/gv, '')
  return plain.replace(/^(?<n>\d+),(?<d>\d{1,2})$/v, '$<n>.$<d>').replace(/ (?=[%‰])/v, '').replace(/^0+(?=\d)/v, '')
}

/** Decimal digits of any script stand ten in a row from their zero. */
function westernDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  for (let zero = code; zero > code - 10; zero--) if (!/^\p{Nd}$/v.test(String.fromCodePoint(zero - 1))) return String(code - zero)
  return String(code % 10)
}

function hanValue(word: string): string {
  let [total, section, digit] = [0, 0, 0]
  if (!/[十百千万亿]/v.test(word)) return Array.from(word, (sign) => HAN_DIGITS.indexOf(sign === '〇' ? '零' : sign)).join('').replace(/^0+(?=\d)/v, '')
  for (const sign of word) {
    const unit = HAN_UNITS[sign]
    if (unit === undefined) digit = Math.max(0, HAN_DIGITS.indexOf(sign === '〇' ? '零' : sign))
    else if (unit >= 10_000) {
      total = (total + section + digit) * unit
      section = digit = 0
    } else {
      section += (digit === 0 ? 1 : digit) * unit
      digit = 0
    }
  }
  return String(total + section + digit)
}

/** The value of a number, also of one of two words: "twenty-one". */
export const numberOf = (word: string): string | null =>
  valueOf(word) ?? (COMPOUND.test(word) ? String(word.split('-').reduce((sum, piece) => sum + Number(valueOf(piece) ?? 0), 0)) : null)
/** A round number with one below ten. */
const COMPOUND = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)$/v
