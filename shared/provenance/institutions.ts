/** The office or body that a name is of. English: other languages write most of a name in lower case. */
const HEAD = /\b(?:Secretary[- ]General|Director[- ]General|Secretariat|Conference|Committee|Commission|Council|Court|Authority|Organi[sz]ation|Office|Cent(?:re|er)|Assembly|Bureau|Agency|Tribunal)\b/u
const WORD = String.raw`\p{Lu}[\p{L}\p{M}]*(?:[-’']\p{L}+)*`
const NAME = new RegExp(String.raw`(?!The\s|An?\s)${WORD}(?:\s+(?:and\s+|(?:of|on|for|against|to|in)\s+(?:the\s+)?)?${WORD})+`, 'gu')

/** The name of an office or body at a place of a text; `head` is what kind it is ("Secretary General"). */
export type Institution = Readonly<{ from: number; to: number; name: string; head: string }>

/** The offices and bodies that an English text names in full ("Secretary General of the Council of Europe"). */
export function institutionsIn(text: string): readonly Institution[] {
  if (!HEAD.test(text)) return []
  return [...text.matchAll(NAME)].flatMap((match) => {
    const [name] = match
    const head = HEAD.exec(name)
    return head === null ? [] : [{ from: match.index, to: match.index + name.length, name: foldName(name), head: foldName(head[0]) }]
  })
}

/** Hyphens and case apart, names are the same. */
const foldName = (name: string): string => name.replace(/[-\s]+/gu, ' ').toLowerCase()
