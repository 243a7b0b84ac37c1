import {isName, namesIn} from './author-names.ts'
import {behindName} from './byline-words.ts'
import {printedMoments} from './moments.ts'
import {around, type Line} from './page.ts'
import {attribute, elements} from './parse.ts'
import {type Candidate, metaValues, type Sought} from './sought.ts'
import {folded, wordsOf} from './text.ts'
import {isFor, wordingsOf} from './wording.ts'

/** A mark between a name and a day. */
const mark = /[|•·–—-]/u
const edges = /^[\s|•·–—:,-]+|[\s|•·–—:,-]+$/gu
/** A time of day, and what counts it. */
const time = /\b\d{1,2}[:.]\d\d(?:\s*(?:uhr|h|am|pm|a\.m\.|p\.m\.))?\b/giu
/** Words within names that are written small. */
const smallInNames =
  /^(?:van|von|der|den|de|del|della|di|da|do|dos|la|le|el|al|bin|ibn|y|e)$/u
/** Addresses of lists of articles: what they are called is no person. */
const listing =
  /\/(?:category|categories|tag|tags|topic|topics|section|sections|thema|themen|rubrik|ressort|categorie|categoria|kategorie|c|t)\//u

/**
 * A name without a word before it, by its place: near the headline, in a line with a day or next to one: “Anna Lind |
 * 3 March 2017”. It must be written as names are, and the page must not print its words small elsewhere.
 */
export function besideDay(sought: Sought): Candidate[] {
  const {page, headline, reasons, tag} = sought
  const first = headline.line >= 0 ? headline.line : reasons.indexOf(null)
  const isDay = (n: number): boolean => {
    const text = page.lines[n]?.text ?? ''
    return (
      text.length < 60 && /\p{Nd}/u.test(text) && printedMoments(text, tag).length > 0
    )
  }
  for (const n of [1, 2, 3, 4, 5, -1, -2].map((step) => first + step)) {
    const line = page.lines[n]
    if (!line || line.text.length > 90 || reasons[n] === 'caption' || isListed(line))
      continue
    const reporter = calledReporter(line.text)
    if (reporter) return [ofLine(n, line.text, reporter)]
    const behindPlace = inArabicScript(line.text)
    if (behindPlace && (isDay(n + 1) || isDay(n - 1)))
      return [ofLine(n, line.text, behindPlace)]
    const part = besideIn(line.text, tag)
    const isBeside = part ? true : isDay(n + 1) || (isDay(n - 1) && n - 1 !== first)
    const value = part ?? line.text
    if (isBeside && isOfPeople(value, sought)) return [ofLine(n, line.text, value)]
  }
  return []
}

function ofLine(line: number, text: string, value: string): Candidate {
  const start = text.indexOf(value)
  const printed = {line, start, end: start + value.length}
  return {value, rule: 'extract/byline', printed}
}

/** The name of a line that calls somebody a reporter behind it: “김민수 기자”. */
function calledReporter(text: string): string | null {
  const found = text.length < 30 ? behindName.exec(text) : null
  return found && found.index > 0 ? text.slice(0, found.index).trim() : null
}

/** The name behind the place that a report is from, in a script without capitals: “القاهرة - أحمد علي”. */
const inArabicScript = (text: string): string | null =>
  /^\p{Script=Arabic}+(?: \p{Script=Arabic}+)?\s+[-–—]\s+(\p{Script=Arabic}+(?: \p{Script=Arabic}+){1,2})$/u.exec(
    text
  )?.[1] ?? null

/** What stands beside the day in a line, if a mark parts the two. */
function besideIn(text: string, tag: string): string | null {
  const day = /\p{Nd}/u.test(text) ? printedMoments(text, tag)[0] : undefined
  if (!day) return null
  const before = text.slice(0, day.start)
  const behind = text.slice(day.end).replace(/^[\s,]*(?:um|at|à|a las)\s+/u, ' ')
  for (const part of [before, behind.replace(time, '')]) {
    const bare = part.replace(edges, '')
    if (bare && mark.test(part) && !/:\s*$/u.test(part) && text.includes(bare))
      return bare
  }
  return null
}

/** True where all that a text has are names of two words or more, as people are called. */
function isOfPeople(text: string, sought: Sought): boolean {
  const names = namesIn(text, sought.tag)
  const length = names.reduce((sum, name) => sum + name.length, 0)
  if (names.length === 0 || length < text.length * 0.8 || isOfSite(text, sought))
    return false
  return names.every((name) => {
    const words = name.split(' ')
    return (
      words.length >= 2 &&
      words.length <= 4 &&
      isName(name) &&
      words.every(
        (word) => /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) || smallInNames.test(word)
      ) &&
      !isFor(wordingsOf(wordsOf(name), false), 'byline') &&
      /\p{Ll}/u.test(name) &&
      !isSmallElsewhere(wordsOf(name), sought)
    )
  })
}

/** True where the running text has one of the words in small letters: it is no name. */
function isSmallElsewhere(words: readonly string[], {page, tag}: Sought): boolean {
  const long = words.filter((word) => word.length > 3)
  return page.lines.some(({text}) =>
    long.some((word) => {
      const at = text.indexOf(word)
      return at >= 0 && !/[\p{L}@./_-]/u.test(text.charAt(at - 1)) && tag !== 'und'
    })
  )
}

/** True for the name of a section, a tag or the site. */
function isOfSite(text: string, {head}: Sought): boolean {
  const own = folded(text)
  return metaValues(head, [
    'article:section',
    'article:tag',
    'keywords',
    'og:site_name',
    'news_keywords'
  ])
    .flatMap(({value}) => value.split(/[,;|]/u))
    .some((value) => folded(value) === own)
}

/** True where a line is the link to a list of articles. */
const isListed = ({inner, block}: Line): boolean =>
  [...around(inner)].some(
    ({tag, element}) => tag === 'a' && listing.test(attribute(element, 'href'))
  ) ||
  [...elements(block.element)].some(
    (element) => element.tagName === 'a' && listing.test(attribute(element, 'href'))
  )
