import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en.ts'

/** The languages that have a catalogue, with the direction they are written in. */
export const CATALOGUES = { en: { messages: en, direction: 'ltr' } } as const
export type InterfaceLanguage = keyof typeof CATALOGUES

/** Starts the message catalogue and sets the page's language and direction. Answers the one i18next instance. */
export async function startMessages(language: InterfaceLanguage = 'en'): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'messages',
    ns: ['messages'],
    resources: { en: { messages: CATALOGUES.en.messages } },
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
    initAsync: false,
  })
  document.documentElement.lang = language
  document.documentElement.dir = CATALOGUES[language].direction
  return i18next
}
