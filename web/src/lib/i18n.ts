import dayjs from 'dayjs'
import 'dayjs/locale/de'
import 'dayjs/locale/en-gb'
import i18n from 'i18next'
import { initReactI18next } from 'react-i18next'

type Words = Record<string, unknown>
/**
 * `./i18n/en/assets.json` holds the keys `assets.…`: a file per feature, so that two features never meet in one. Those in `pages/` come with
 * the pages that show them, by `loadWords` in each route; the shell carries the others.
 */
const named = (files: Record<string, Words>) =>
  Object.fromEntries(Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.json$/g, ''), words]))

const english = import.meta.glob<Words>('./i18n/en/*.json', { eager: true, import: 'default' })
const englishOfPages = import.meta.glob<Words>('./i18n/en/pages/*.json', { import: 'default' })
export const featuresOfPages = Object.keys(englishOfPages).map((path) => path.replace(/^.*\/|\.json$/g, ''))
const german = import.meta.glob<Words>('./i18n/de/*.json', { import: 'default' })

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

const stored = 'eventkit.language'
export const languageOf = (locale: string | null | undefined): Language => (locale?.toLowerCase().startsWith('de') ? 'de' : 'en')

/** The language before anyone has signed in: what was used last here, else what the browser asks for. */
export function firstLanguage(): Language {
  try {
    return languageOf(localStorage.getItem(stored) ?? navigator.language)
  } catch {
    return languageOf(navigator.language)
  }
}

export async function setLanguage(language: Language): Promise<void> {
  if (language === 'de' && !i18n.hasResourceBundle('de', 'app')) {
    const files = await Promise.all(Object.entries(german).map(async ([path, load]) => [path, await load()] as const))
    i18n.addResourceBundle('de', 'app', named(Object.fromEntries(files)))
  }
  await i18n.changeLanguage(language)
  dayjs.locale(language === 'de' ? 'de' : 'en-gb')
  document.documentElement.lang = language
  try {
    localStorage.setItem(stored, language)
  } catch {
    // storage may be switched off; the profile remembers the language anyway
  }
}

/** For the loader of a route: the words of features that the shell does not carry. German comes as a whole. */
export async function loadWords(...features: string[]): Promise<void> {
  await Promise.all(
    features.map(async (feature) => {
      const words = await englishOfPages[`./i18n/en/pages/${feature}.json`]!()
      i18n.addResourceBundle('en', 'app', { [feature]: words }, true, true)
    }),
  )
}

void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  ns: ['app'],
  defaultNS: 'app',
  resources: { en: { app: named(english) } },
  interpolation: { escapeValue: false },
  returnNull: false,
})

export { i18n }
