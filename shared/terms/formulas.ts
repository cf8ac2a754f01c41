import type { Language } from '#shared/clauses/index.ts'

/** Quotation marks in pairs as treaties and their copies have them; the term is the group that took part. */
export const QUOTED = /["“”„]\s*([^"“”„]{1,80}?)\s*["“”]|«\s*([^«»]{1,80}?)\s*»|‘([^‘’]{1,80})’|「([^「」]{1,80})」/gu

const ANOTHER = String.raw`(?:\s*(?:,|or|and|ou|et|o|y|или|и|或|和|أو|و)\s*(?:["“”„«‘「][^"“”„«»‘’「」]{1,80}["“”»’」]))*`
/** "“Collection in situ”, in relation to marine genetic resources, means" */
const ASIDE = String.raw`(?:\s*[,，،][^;:.。；：]{1,160}?[,，،])?`
const after = (verbs: string): RegExp => new RegExp(String.raw`^${ANOTHER}${ASIDE}\s*(?:${verbs})`, 'iu')

/**
 * How each language defines: `says` follows the term, `leads` stands before it, `short` before a short name given in
 * passing, `narrow` says that a definition holds for one article.
 */
export const FORMULAS = {
  en: {
    says: after(String.raw`(?:shall\s+|does\s+|do\s+|also\s+)*(?:means?|includes?|refers?\s+to|denotes?|(?:has|have)\s+the\s+(?:same\s+)?meaning|(?:is|are)\s+(?:to\s+be\s+)?(?:defined|understood))(?!\p{L})`),
    leads: null,
    short: /(?:(?:hereinafter|hereafter)[^"“”()]{0,40}|\(\s*(?:the\s+)?)$/iu,
    narrow: /purposes? of (?:this|the present) (?:article|paragraph|chapter|part)|purposes? of paragraph/iu,
  },
  fr: {
    says: after(String.raw`(?:désigne|s['’]entend|signifi|compren|inclu|vise|est\s|sont\s)\p{L}*`),
    leads: /(?:entend par|l['’]expression|les? termes?|les? mots?)\s*$/iu,
    short: /(?:ci-après[^«»"“”()]{0,40}|\(\s*(?:l[ae]s?\s+|l['’])?)$/iu,
    narrow: /aux fins (?:du présent article|du paragraphe)/iu,
  },
  es: {
    says: after(String.raw`(?:se\s+entend|se\s+entiend|significa|incluy|comprend|designa|abarca)\p{L}*`),
    leads: /(?:entiende por|entenderá por|expresi[oó]n|t[eé]rmino)\s*$/iu,
    short: /(?:(?:en adelante|en lo sucesivo|denominad[oa]s?)[^"“”«»()]{0,40}|\(\s*(?:l[ao]s?\s+|el\s+)?)$/iu,
    narrow: /(?:efectos|fines) del (?:presente artículo|párrafo)/iu,
  },
  ru: {
    says: after(String.raw`(?:(?:применительно|в\s+отношении)[^,;.]{1,120}?\s)?(?:означа|понима|включа|обознача|относ)\p{L}*`),
    leads: null,
    short: /(?:далее|именуем\p{L}*)[^«»"“”]{0,40}$/iu,
    narrow: /целей (?:настоящей статьи|пункта)/iu,
  },
  zh: {
    says: after('(?:一词|用语|一语)?(?:应|均|系)?(?:是指|系指|指|包括|意为)'),
    leads: null,
    short: /(?:以下简?称为?|下称)$/u,
    narrow: /(?:为|在)本条/u,
  },
  ar: {
    says: after('(?:يعني|تعني|يقصد|يُقصد|يشمل|تشمل)'),
    leads: /(?:يُ?قصد ب\p{L}*|ت?ي?عني (?:مصطلح|عبارة|تعبير)|(?:مصطلح|عبارة|تعبير|كلمة))\s*$/u,
    short: /(?:فيما (?:يلي|بعد)|المشار إلي\p{L}+)[^"“”«»]{0,40}$/u,
    narrow: /لأغراض هذه المادة/u,
  },
} as const satisfies Record<Language, Readonly<{ says: RegExp; leads: RegExp | null; short: RegExp; narrow: RegExp }>>

/** The heading of an article of definitions, and the words that introduce a list of them. */
export const DEFINITIONS = /use of terms|definitions?\b|terminology|emploi des termes|définitions?(?!\p{L})|terminologie|términos|definiciones|термин|определени|用语|定义|المصطلحات|تعاريف/iu
export const INTRODUCES = /purposes? of|aux fins|(?:efectos|fines) de|для целей|^为|لأغراض/iu
/** English texts give short names without quotation marks too: "hereinafter referred to as the Committee". */
export const UNQUOTED_SHORT = /(?:hereinafter|hereafter)\s+(?:referred\s+to\s+as|called)\s+(?:the\s+)?(\p{Lu}[\p{L}-]*(?:\s+\p{Lu}[\p{L}-]*)*)/gu
