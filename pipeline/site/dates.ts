import {remember} from '../tree/remember.ts'
import {type Html, html} from './html.ts'

/**
 * A year, month or day as a language prints it, in the Gregorian calendar and Western digits.
 * @param day ISO 8601, of a year at least, without a time
 */
export function printDay(
  day: string,
  tag: string,
  options?: Intl.DateTimeFormatOptions
): string {
  const [year = '', month, date] = day.split('-')
  const full: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(month === undefined ? {} : {month: 'long'}),
    ...(date === undefined ? {} : {day: 'numeric'})
  }
  return daysAs(JSON.stringify([tag, options ?? full])).format(
    new Date(`${year}-${month ?? '01'}-${date ?? '01'}T00:00:00Z`)
  )
}

/** By a tag and what is shown. */
const daysAs = remember((key) => {
  const [tag, options]: [string, Intl.DateTimeFormatOptions] = JSON.parse(key)
  return new Intl.DateTimeFormat(tag, {
    ...options,
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC'
  })
})

/** A date in figures: kept in its order among words of any direction, broken before a time or a second date alone. */
export const figures = (value: string): Html =>
  html`<bdi dir="ltr">${value
    .split(/(?=[T/])/u)
    .map(
      (part, n) => html`${n > 0 && html`<wbr>`}<span class="iso">${part}</span>`
    )}</bdi>`

/** A sentence whose dates in figures are kept together. */
export const withFigures = (text: string): Html[] =>
  text
    .split(/(\d{4}-\d{2}[\dT:+Z/-]*)/u)
    .map((part, n) => (n % 2 === 0 ? html`${part}` : figures(part)))
