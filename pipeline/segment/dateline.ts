import type {FoundDate} from '../language/date-reading.ts'
import {findDates} from '../language/dates.ts'
import type {Context} from '../source/types.ts'
import {endsSentence, wordCount} from './print.ts'

/** Longest line looked at, in UTF-16 code units, and its most words. */
const longest = 120
const mostWords = 12

/** The whole date of a line that says little else; null where a line is no dateline. */
export function datelineOf(
  text: string,
  tag: string,
  order: Context['collection']['dateOrder']
): FoundDate | null {
  if (text.length > longest || wordCount(text) > mostWords) return null
  const date = findDates(text, tag, order).find(
    (each) => each.year !== undefined && each.day !== undefined
  )
  if (!date) return null
  const rest = text.slice(0, date.start) + text.slice(date.end)
  const isSentence = wordCount(rest) > 3 && endsSentence(rest)
  return isSentence || wordCount(rest) > 6 || rest.trim().length > 40 ? null : date
}
