import {type DateText, gap, isSpace, type Read} from './date-reading.ts'
import {numberWords} from './number-words.ts'
import {type RelativeTemplate, relativeNames} from './relative-names.ts'

/** 3 days ago, vor 3 Tagen, قبل 3 أيام: a number within the words that CLDR sets around it. */
export function readCounted(page: DateText, n: number, tag: string): Read | null {
  let best: Read | null = null
  for (const template of templatesAt(page, n, tag)) {
    const at = n + template.before.length
    const number = countAt(page, at)
    if (number == null || number > 200 || number < 1) continue
    if (!matches(page, n, template.before) || !matches(page, at + 1, template.after))
      continue
    const next = at + 1 + template.after.length
    if (!isJoined(page, n, next) || next <= (best?.next ?? 0)) continue
    const relative = {unit: template.unit, offset: template.sign * number}
    best = {fields: {calendar: 'gregorian', relative}, next}
  }
  return best
}

/** Templates that can begin at a token: with their first word, or with the number. */
function templatesAt(
  page: DateText,
  n: number,
  tag: string
): readonly RelativeTemplate[] {
  const token = page.tokens[n]
  if (!token) return []
  const {templates} = relativeNames(tag)
  const withWord = templates.get(token.key) ?? []
  return countAt(page, n) === null || token.key === ''
    ? withWord
    : [...withWord, ...(templates.get('') ?? [])]
}

/** A number in digits or in words: 3, three. */
const countAt = (page: DateText, n: number): number | null =>
  page.tokens[n]?.number ?? numberWords(page.tag).get(page.tokens[n]?.key ?? '') ?? null

const matches = (page: DateText, from: number, words: readonly string[]): boolean =>
  words.every((word, k) => {
    const token = page.tokens[from + k]
    return token !== undefined && token.number === null && token.key === word
  })

function isJoined(page: DateText, from: number, to: number): boolean {
  for (let n = from + 1; n < to; n++) if (!isSpace(gap(page, n))) return false
  return true
}

/** spring 2024, ربيع 2024, primavera de 2024: EDTF seasons are 21 (spring) to 24. */
export function readSeason(page: DateText, n: number): Read | null {
  const name = page.tokens[n]?.name
  if (name?.kind !== 'season') return null
  const link = page.tokens[n + 1]?.name?.kind === 'link' ? 1 : 0
  const year = page.tokens[n + 1 + link]
  if (year?.number == null || year.text.length !== 4) return null
  if (!isJoined(page, n, n + 2 + link)) return null
  return {
    fields: {calendar: 'gregorian', year: year.number, season: name.value},
    next: n + 2 + link
  }
}

/** The 1990s, die 1990er, les années 1990, 1990-е: the decade of a year that ends in 0. */
export function readDecade(
  page: DateText,
  n: number,
  {suffixes, words}: {suffixes: readonly string[]; words: readonly string[]}
): Read | null {
  const token = page.tokens[n]
  const isWord = token?.number === null && words.includes(token.key)
  const year = page.tokens[isWord ? n + 1 : n]
  if (year?.number == null || year.text.length !== 4 || year.number % 10 !== 0)
    return null
  const at = isWord ? n + 2 : n + 1
  if (isWord) return isSpace(gap(page, n + 1)) ? decade(year.number, at) : null
  const suffix = page.tokens[at]
  const isSuffix =
    suffix?.number === null &&
    /^['’-]?$/u.test(gap(page, at)) &&
    suffixes.includes(suffix.key)
  return isSuffix ? decade(year.number, at + 1) : null
}

/** About 1890, ca. 1890, um 1890: a year with nothing counted behind it, so that about 1890 people are none. */
export function readAbout(page: DateText, n: number): Read | null {
  const token = page.tokens[n + 1]
  if (token?.number == null || token.text.length !== 4) return null
  if (token.number < 1000 || token.number > 2100 || !/^\.?\s$/u.test(gap(page, n + 1)))
    return null
  const behind = page.text.slice(token.end, token.end + 2)
  if (!/^(?:[.,;:!?)»”،؛؟](?!\p{Nd})|$)/u.test(behind)) return null
  return {
    fields: {calendar: 'gregorian', year: token.number, isAbout: true},
    next: n + 2
  }
}

const decade = (year: number, next: number): Read => ({
  fields: {calendar: 'gregorian', decade: year / 10},
  next
})
