import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(process.cwd(), 'src/lib/i18n/de')
const sentences = readdirSync(folder).flatMap((file) => {
  const found: [string, string][] = []
  const flatten = (value: unknown, path: string) => {
    // What is filled in and the marks around it are not words.
    if (typeof value === 'string') found.push([path, value.replace(/\{\{[^}]*\}\}|<[^>]*>/g, ' ')])
    else for (const [key, inner] of Object.entries(value as object)) flatten(inner, `${path}.${key}`)
  }
  flatten(JSON.parse(readFileSync(join(folder, file), 'utf8')), file.replace('.json', ''))
  return found
})

/** One thing has one word. Left what somebody may write by habit, right what it is called here. */
const dictionary: [RegExp, string][] = [
  [/\b(Assets?|Gegenst(a|ä)nd\w*|Gerätschaft\w*)\b/, 'Gerät'],
  [/(?<!vor |Vor |an )\bOrt(e|en|es)?\b|\b(Standort|Lagerplatz|Lagerplätz|Location)\w*/, 'Lagerort'],
  [/\b(Artikel\w*|Gerätetyp\w*|Produkttyp\w*)\b/, 'Produkt'],
  [/\b(Koffer\w*|Flight-?[Cc]ases?|Transportkiste\w*)\b/, 'Case'],
  [/(?<![\w-])(Sets?|Bausatz|Bausätze|Bündel)\b/, 'Kit'],
  [/\b(Verbrauchsartikel|Verbrauchsg(u|ü)t\w*|Konsumgut|Konsumgüter)\b/, 'Verbrauchsmaterial'],
  [/\b(Kondition\w*|Beschaffenheit\w*)\b/, 'Zustand'],
  [/\b(Transfers?|Überführung\w*)\b/, 'Umlagerung'],
  [/\b(Instandsetzung\w*|Repair\w*)\b/, 'Reparatur'],
  [/\b(Inspektion\w*|Inspections?)\b/, 'Prüfung'],
  [/\b(Labels?|Aufkleber\w*)\b/, 'Etikett'],
]

describe('the German words', () => {
  it.each(dictionary)('%s is called %s', (wrong, right) => {
    const found = sentences.filter(([, text]) => wrong.test(text)).map(([key, text]) => `${key}: ${text} → ${right}`)
    expect(found).toEqual([])
  })
  it('address people as Sie', () => {
    const familiar = /\b(ihr (besitzt|habt|kauft|seid|könnt|wollt|müsst)|euch|euer|eure[mnrs]?|du|dein\w*|dich|dir)\b/i
    expect(sentences.filter(([, text]) => familiar.test(text))).toEqual([])
  })
})
