import {isName, leads, namesIn} from './author-names.ts'
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
  type Sought
} from './sought.ts'
import {folded} from './text.ts'
import {siteNames} from './titles.ts'
import type {Printed} from './types.ts'

const metaNames =
  'author article:author parsely-author sailthru.author byl og:article:author rnews:author cxenseparse:author cse-author authors article:authorname'.split(
    ' '
  )

/** Who wrote the article: by JSON-LD, by marks in the page, by `<meta>`, by a printed byline; those of the first that names somebody. */
export function authorsOf(sought: Sought): Candidate[] {
  const {head} = sought
  const sources = [
    () => firstLinked(head, 'author').map(asCandidate('extract/json-ld')),
    () => marked(sought, 0),
    () => statedAuthors(head, metaNames),
    () => labelled(head).map(asCandidate('extract/meta')),
    () => marked(sought, 1),
    () => printedBylines(sought),
    () => beforeBiography(sought),
    () => marked(sought, 2)
  ]
  const site = new Set([...siteNames(head), hostName(head)].map(joined))
  let fallback: Candidate[] = []
  for (const source of sources) {
    const all = distinct(source().flatMap((candidate) => cleaned(candidate, sought)))
    const people = all.filter(({value}) => !site.has(joined(value)))
    if (people.length > 0) return withCompany(people, sought).slice(0, 20)
    if (fallback.length === 0) fallback = all
  }
  return fallback.slice(0, 1)
}

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
function labelled(head: Head): Stated[] {
  const label = metaValues(head, ['twitter:label1'])[0]?.value ?? ''
  return leads.test(`${label} `) ? metaValues(head, ['twitter:data1']) : []
}

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
    if (kindOf(box) === kind && (isLinkToAuthor(box) || !isForeign(box)))
      found.push({box, near: distance(sought, box.first)})
  found.sort((a, b) => a.near - b.near)
  const nearest = found[0]?.near ?? 0
  return namesFirst(found.filter(({near}) => near <= nearest + 4).map(({box}) => box))
    .slice(0, 8)
    .flatMap((box) => {
      const value = piecesOf(box).join(' | ')
      return value && value.length <= 160
        ? [{value, rule: 'extract/marked-author', box}]
        : []
    })
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
  const {rule, stated, text} = candidate
  const printed = placeOf(candidate, value, page)
  return {
    value,
    rule,
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
