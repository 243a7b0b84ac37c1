import type {DateOrder} from './date-reading.ts'

const orders = new Map<string, DateOrder>()

/** The order of a language. */
export function orderOf(tag: string): DateOrder {
  const order = orders.get(tag) ?? readOrder(tag)
  orders.set(tag, order)
  return order
}

/** @see CLDR, the short date pattern of the locale */
function readOrder(tag: string): DateOrder {
  const format = new Intl.DateTimeFormat(tag, {
    dateStyle: 'short',
    calendar: 'gregory',
    timeZone: 'UTC'
  })
  const parts = format.formatToParts(new Date(0)).map((part) => part.type)
  const [year, month, day] = [
    parts.indexOf('year'),
    parts.indexOf('month'),
    parts.indexOf('day')
  ]
  if (year < month && year < day) return 'ymd'
  return month < day ? 'mdy' : 'dmy'
}
