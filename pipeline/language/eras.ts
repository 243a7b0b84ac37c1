/** A way to count years that leaves days and months as they are: of a reign, of the Buddha, of a republic. */
interface Era {
  /** As CLDR prints it. */
  readonly name: string
  /** What is added to a year of the era for the year of the Gregorian calendar. */
  readonly offset: number
}

/** Calendars by language, and a year within each era; Japan took over the Gregorian months in 1873. */
const calendars: Readonly<Record<string, readonly [string, readonly number[]]>> = {
  ja: ['japanese', [2024, 2000, 1950, 1920, 1900]],
  zh: ['roc', [2024]],
  yue: ['roc', [2024]],
  th: ['buddhist', [2024]],
  lo: ['buddhist', [2024]]
}

const built = new Map<string, readonly Era[]>()

/** Eras that the press of a language counts years by. @see CLDR, calendars japanese, roc and buddhist */
export function erasOf(tag: string): readonly Era[] {
  const known = built.get(tag)
  if (known) return known
  const subtag = tag.toLowerCase().split('-', 1)[0] ?? 'und'
  const [calendar, years] = calendars[subtag] ?? ['', []]
  const locales = subtag === 'zh' ? ['zh-Hans', 'zh-Hant'] : [subtag]
  const eras = years.flatMap((year) =>
    locales.flatMap((locale) => [
      ...eraNames(locale, calendar, year),
      ...(calendar === 'buddhist' ? eraNames(locale, 'gregory', year) : [])
    ])
  )
  built.set(tag, eras)
  return eras
}

function eraNames(locale: string, calendar: string, year: number): Era[] {
  return (['long', 'short'] as const).flatMap((era) => {
    const parts = new Intl.DateTimeFormat(`${locale}-u-nu-latn`, {
      calendar,
      era,
      year: 'numeric',
      timeZone: 'UTC'
    }).formatToParts(new Date(Date.UTC(year, 5, 1)))
    const name = parts.find(({type}) => type === 'era')?.value
    const count = parts.find(({type}) => type === 'year')?.value
    return name === undefined ? [] : [{name, offset: year - Number(count)}]
  })
}

/** Years that only the era of the Buddha can mean in a language whose own calendar is Buddhist. */
const buddhist = {from: 2400, to: 2699}

/** What to add to a printed year without an era: -543 for 2567 in Thai, else 0. @see CLDR, calendarPreferenceData */
export function impliedEra(year: number, tag: string): number {
  const [calendar] = calendars[tag.toLowerCase().split('-', 1)[0] ?? ''] ?? []
  return calendar === 'buddhist' && year >= buddhist.from && year <= buddhist.to
    ? -543
    : 0
}
