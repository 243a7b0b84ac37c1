import {sortOf} from './agencies.ts'
import {isName, namesIn} from './author-names.ts'
import {besideDay} from './bare-bylines.ts'
import {leads, notWriting} from './byline-words.ts'
import {beforeBiography, printedBylines} from './bylines.ts'
import {statedAuthors} from './catalogue-authors.ts'
import type {Head, Stated} from './head.ts'
import {firstLinked} from './linked.ts'
import {around, type Box, type PrintedPage} from './page.ts'
import {attribute} from './parse.ts'
import {
  asCandidate,
  type Candidate,
  distance,
  isForeign,
  metaValues,
  piecesOf,
  printedIn,
  property,
  type Sought,
  textOfBox
} from './sought.ts'
import {folded} from './text.ts'
import {siteNames} from './titles.ts'
import type {Printed} from './types.ts'

const metaNames =
  'author article:author parsely-author sailthru.author byl og:article:author rnews:author cxenseparse:author cse-author authors article:authorname'.split(
    ' '
  )

/**
 * Who wrote the article: by JSON-LD, by marks in the page, by `<meta>`, by a printed byline; those of the first that
 * names a person. A house, an agency or the name of an account holds where there is nobody else; one that is named
 * beside a person stays.
 */
export function authorsOf(sought: Sought): Candidate[] {
  const {head} = sought
  const sources = [
    () => firstLinked(head, 'author').map(asCandidate('extract/json-ld')),
    () => marked(sought, 0),
    () => statedAuthors(head, metaNames),
    () => labelled(head).map(asCandidate('extract/meta')),
    () => marked(sought, 1),
    () => printedBylines(sought),
    () => besideDay(sought),
    () => beforeBiography(sought),
    () => marked(sought, 2)
  ]
  const site = new Set([...siteNames(head), hostName(head)].map(joined))
  const isSite = ({value}: Candidate): boolean => site.has(joined(value))
  let fallback: Candidate[] = []
  let rank = 0
  for (const source of sources) {
    const all = distinct(
      source().flatMap((candidate) =>
        isSite(candidate)
          ? [narrowed(candidate, candidate.value.replace(/\s+/gu, ' '), sought.page)]
          : cleaned(candidate, sought)
      )
    )
    const others = all.filter((candidate) => !isSite(candidate))
    if (others.some(isPerson)) return withCompany(others, sought).slice(0, 20)
    const own = others.length === 0 ? 1 : 2
    if (all.length === 0 || own <= rank) continue
    rank = own
    fallback = others.length > 0 ? others : all.slice(0, 1)
  }
  return fallback
}

const isPerson = (candidate: Candidate): boolean =>
  sortOf(candidate.value, candidate.types).type !== 'organisation' &&
  !isAccount(candidate)

/** The name of an account rather than of somebody: “anna_lind”, “annalind”. */
const isAccount = ({value}: Candidate): boolean =>
  /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/u.test(value)

/** All of a printed byline that names one of the authors and others with them. */
function withCompany(people: Candidate[], sought: Sought): Candidate[] {
  const known = new Set(people.map(({value}) => folded(value)))
  const printed = distinct(
    printedBylines(sought).flatMap((candidate) => cleaned(candidate, sought))
  ).filter(({value}) => isName(value))
  return printed.length > people.length &&
    printed.some(({value}) => known.has(folded(value)))
    ? printed
    : people
}

const joined = (name: string): string => folded(name).replaceAll(' ', '')

/** The name of the host of the page's address: `example` of `www.example.com`. */
function hostName({canonical, meta}: Head): string {
  const address = canonical?.value ?? meta.get('og:url')?.[0]?.value ?? ''
  const host = /^https?:\/\/(?:www\.)?([^/:]+)/u.exec(address)?.[1] ?? ''
  return host.split('.')[0] ?? ''
}

/** What a page tells Twitter under a label such as “Written by”. */
const labelled = (head: Head): Stated[] =>
  ['1', '2'].flatMap((n) => {
    const label = metaValues(head, [`twitter:label${n}`])[0]?.value ?? ''
    return leads.test(`${label} x`) ? metaValues(head, [`twitter:data${n}`]) : []
  })

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>()
  return candidates.filter(({value}) => {
    const key = folded(value)
    return key !== '' && !seen.has(key) && seen.add(key)
  })
}

const bylineTokens =
  /^(?:author|authors|byline|autor|autoren|auteur|autore|writer|fn|creator|bylines|contributor|contributors|verfasser)$/u
/** What else is told of an author beside the name. */
const besideName =
  /^(?:title|role|job|bio|biography|position|image|img|avatar|photo|social|description|follow|date|time|count|more)$/u
const pageOfAuthor =
  /\/(?:[a-z]+-)?(?:authors?|autor|autoren|autore|people|profiles?|by|staff|journalists?|writers?|contributors?|reporters?)\/[^/]/u

/** Elements that say they hold the author: 0 by a standard, 1 by a link, 2 by their names. */
function marked(sought: Sought, kind: 0 | 1 | 2): Candidate[] {
  const {page} = sought
  const found: {box: Box; near: number}[] = []
  for (const box of page.boxes)
    if (
      kindOf(box) === kind &&
      (isLinkToAuthor(box) || !isForeign(box)) &&
      !isOfOthers(box, page)
    )
      found.push({box, near: distance(sought, box.first)})
  found.sort((a, b) => a.near - b.near)
  const nearest = found[0]?.near ?? 0
  return namesFirst(found.filter(({near}) => near <= nearest + 4).map(({box}) => box))
    .slice(0, 8)
    .flatMap((box) => {
      const value = piecesOf(box).join(' | ')
      const types = attribute(box.element, 'itemType').split(/[\s/]+/u)
      return value && value.length <= 160
        ? [{value, rule: 'extract/marked-author', box, types}]
        : []
    })
}

/** True for who did something else, by the words before the name: “Reviewed by”. */
function isOfOthers(box: Box, page: PrintedPage): boolean {
  const line = page.lines[box.first]?.text ?? ''
  const start = line.indexOf(textOfBox(box).slice(0, 60))
  const before =
    start > 0 ? line.slice(0, start) : (page.lines[box.first - 1]?.text ?? '')
  return before.length < 200 && notWriting.test(before.slice(-60))
}

/** The innermost of several around one another, and of those the ones that hold a name. */
function namesFirst(boxes: readonly Box[]): Box[] {
  const outer = new Set(boxes.flatMap((box) => [...around(box)].slice(1)))
  const innermost = boxes.filter((box) => !outer.has(box))
  const names = innermost.filter(({tokens}) => tokens.includes('name'))
  if (names.length > 0) return names
  const bare = innermost.filter(
    ({tokens}) => !tokens.some((token) => besideName.test(token))
  )
  return bare.length > 0 ? bare : innermost
}

function kindOf(box: Box): number | null {
  const name = property(box)
  if (/^(?:author|creator)$/u.test(name)) return 0
  if (isLinkToAuthor(box)) return 1
  if (box.tag === 'a' && pageOfAuthor.test(attribute(box.element, 'href'))) return 1
  return box.tokens.some((token) => bylineTokens.test(token)) && box.last - box.first <= 2
    ? 2
    : null
}

const isLinkToAuthor = (box: Box): boolean =>
  box.tag === 'a' && /\bauthor\b/u.test(attribute(box.element, 'rel'))

/** The names of a candidate, each with its place. */
function cleaned(candidate: Candidate, {tag, page}: Sought): Candidate[] {
  return namesIn(candidate.value, tag).flatMap((name) =>
    candidate.box && !isName(name) ? [] : [narrowed(candidate, name, page)]
  )
}

/** The candidate for one of its names, with the place of that name. */
function narrowed(candidate: Candidate, value: string, page: PrintedPage): Candidate {
  const {rule, stated, text, types} = candidate
  const printed = placeOf(candidate, value, page)
  return {
    value,
    rule,
    ...(types ? {types} : {}),
    ...(text !== undefined && value === candidate.value ? {text} : {}),
    ...(printed ? {printed} : {}),
    ...(stated ? {stated: {...stated, value}} : {})
  }
}

function placeOf(
  {box, printed, value: whole}: Candidate,
  name: string,
  page: PrintedPage
): Printed | undefined {
  if (box) return printedIn(page, box, name)
  const at = whole.indexOf(name)
  if (!printed || at < 0) return undefined
  const start = printed.start + at
  return {line: printed.line, start, end: start + name.length}
}
