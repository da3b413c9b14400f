const codes =
  'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FO FR GA GB GD GE GG GH GI GL GM GN GP GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KM KN KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MQ MR MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NZ OM PA PE PF PG PH PK PL PR PS PT PY QA RE RO RS RU RW SA SC SD SE SG SI SK SL SM SN SO SR SS SV SY SZ TC TD TG TH TJ TL TM TN TO TR TT TW TZ UA UG US UY UZ VA VC VE VG VN YE ZA ZM ZW'.split(
    ' ',
  )
const tongues =
  'ar bg bs ca cs da de el en es et fi fr ga hr hu is it ja ko lt lv mk nl no pl pt ro ru sk sl sq sr sv tr uk zh'.split(' ')

const names = (codes: string[], type: 'region' | 'language', locale: string) => {
  const display = new Intl.DisplayNames([locale], { type })
  return codes
    .map((value) => ({ value, label: display.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}

/** Countries by ISO 3166 code, named and sorted in this language. */
export const countries = (locale: string) => names(codes, 'region', locale)
/** Languages by ISO 639 code. */
export const languages = (locale: string) => names(tongues, 'language', locale)

const name = (type: 'region' | 'language') => (locale: string, code: string | null | undefined) => {
  if (!code) return undefined
  try {
    return new Intl.DisplayNames([locale], { type }).of(code) ?? code
  } catch {
    return code
  }
}
export const countryName = name('region')
export const languageName = name('language')

/** An address as people write it, one line below the other, and back. */
export const linesOf = (text: string | null | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
