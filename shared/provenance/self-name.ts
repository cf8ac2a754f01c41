import type { ClauseText, Language } from '#shared/clauses/index.ts'

/** How an instrument speaks of itself in each language: "this Convention", "le présent Accord", "настоящий Протокол", "本公约". */
const SELF = {
  en: /\b(?:this|the present|these)\s+(Convention|Protocol|Agreement|Treaty|Covenant|Charter|Statute|Regulations?|Directive|Pact|Compact|Act)\b/giu,
  fr: /présente?s?\s+(Convention|Protocole|Accord|Traité|Pacte|Charte|Statut|Règlement)(?!\p{L})/giu,
  es: /presente\s+(Convención|Convenio|Protocolo|Acuerdo|Tratado|Pacto|Carta|Estatuto|Reglamento)(?!\p{L})/giu,
  ru: /настоящ\p{L}+\s+(Конвенци|Протокол|Соглашени|Договор|Пакт|Устав|Статут)\p{L}*/giu,
  zh: /本(公约|议定书|协定|条约|盟约|规约|规章)/gu,
  ar: /(?:هذه|هذا)\s+(الاتفاقية|البروتوكول|الاتفاق|المعاهدة|العهد|الميثاق|النظام)(?!\p{L})/gu,
} as const satisfies Record<Language, RegExp>

/** A place where a text speaks of itself; `noun` in lower case. */
export type SelfMention = Readonly<{ from: number; to: number; words: string; noun: string }>

/** The places of `text` where an instrument speaks of itself. */
export const selfMentionsIn = (text: string, language: Language): readonly SelfMention[] =>
  [...text.matchAll(SELF[language])].map((match) => ({ from: match.index, to: match.index + match[0].length, words: match[0], noun: (match[1] ?? '').toLowerCase() }))

/** What a text calls itself most of the time, as it first does so, or null. */
export function selfNameOf({ clauses, settings }: ClauseText): Readonly<{ noun: string; words: string }> | null {
  const counts = new Map<string, { count: number; words: string }>()
  for (const { text } of clauses)
    for (const { noun, words } of selfMentionsIn(text, settings.language)) {
      const known = counts.get(noun)
      if (known === undefined) counts.set(noun, { count: 1, words })
      else known.count++
    }
  const [most] = [...counts].toSorted((one, other) => other[1].count - one[1].count)
  return most === undefined ? null : { noun: most[0], words: most[1].words }
}
