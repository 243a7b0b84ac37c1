import {languageOf} from '../language/index.ts'
import {statedAuthors} from './catalogue-authors.ts'
import type {Head, Stated} from './head.ts'
import {firstLinked} from './linked.ts'
import {printedMoments} from './moments.ts'
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
    () => marked(sought, 2)
  ]
  const site = new Set(siteNames(head).map(folded))
  let fallback: Candidate[] = []
  for (const source of sources) {
    const all = distinct(source().flatMap((candidate) => cleaned(candidate, sought)))
    const people = all.filter(({value}) => !site.has(folded(value)))
    if (people.length > 0) return people.slice(0, 20)
    if (fallback.length === 0) fallback = all
  }
  return fallback.slice(0, 1)
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

/** “By Anna Lind” around the headline or behind the text; the name may stand in a line of its own behind “By”. */
function printedBylines(sought: Sought): Candidate[] {
  const {page, headline, reasons, tag} = sought
  const first = headline.line >= 0 ? headline.line : reasons.indexOf(null)
  const last = reasons.lastIndexOf(null)
  const words = languageOf(tag).bylineWords
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8, -1, -2, -3]
    .map((step) => first + step)
    .concat([0, 1, 2, 3].map((step) => last + step))) {
    const line = page.lines[n]
    if (!line || line.text.length > 110) continue
    const isAlone = lead(`${line.text} x`, words) === line.text.length + 1
    const next = isAlone ? page.lines[n + 1] : undefined
    if (next && next.text.length < 60)
      return [ofLine(n + 1, 0, next.text.length, next.text)]
    const from = lead(line.text, words) || behindDay(line.text, tag, words)
    if (from > 0) return [ofLine(n, from, line.text.length, line.text)]
  }
  return []
}

const ofLine = (line: number, start: number, end: number, text: string): Candidate => ({
  value: text.slice(start, end),
  rule: 'extract/byline',
  printed: {line, start, end}
})

/** Where the name begins in “3 March 2017 by Anna Lind”. */
function behindDay(text: string, tag: string, words: readonly string[]): number {
  const day = /\d/u.test(text) ? printedMoments(text, tag)[0] : undefined
  if (!day || day.start > 20) return 0
  const rest = text.slice(day.end)
  const gap = /^[\s|,·•–—-]*/u.exec(rest)?.[0].length ?? 0
  const length = lead(rest.slice(gap), words)
  return length > 0 ? day.end + gap + length : 0
}

/** Length of the byline word that a text begins with, and what parts it from the name. */
function lead(text: string, words: readonly string[]): number {
  const lower = text.toLowerCase()
  let length = leads.exec(text)?.[0].length ?? 0
  for (const word of words) {
    const behind = lower.startsWith(word)
      ? /^(?:\s*[:：]\s*|\s+)(?=\S)/u.exec(text.slice(word.length))
      : null
    if (behind) length = Math.max(length, word.length + behind[0].length)
  }
  return length
}

/** Words before a name, where no language's own list has them. */
export const leads =
  /^(?:(?:written|posted|reported|published|story|text|words|photos?|article|interview|analysis|review|opinion)\s+by|(?:geschrieben|verfasst|veröffentlicht)\s+von|(?:écrit|publié)\s+par|(?:escrito|publicado)\s+por|by|von|par|por|di|od|автор|author|autor|autore|auteur|كتب(?:ت)?|بقلم|تحرير|حوار|نویسنده)\s*[:：]?\s+/iu
/** Where a name ends and something else about the person begins. */
const tail =
  /[|•·–—(/]|\s-\s|,\s*(?:(?:ph\.?\s?d|m\.?d|mba|jr|rn|esq)\b|(?:senior|staff|political|special|chief|managing|editor|reporter|correspondent|contributor|writer|columnist|analyst|associated press|reuters|cnn|bbc|usa today|the )\b)|\b(?:published|updated|posted|staff writer|follow|\d{1,2}[./]\d|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|@|https?:/iu
/** Words that lead from a name to a day. */
const beforeDay = /\s+(?:am|vom|on|at|le|el|il|em|den|dne|в|في|بتاريخ)\s*$/iu
const noName =
  /^(?:admin|administrator|editor|staff|redaktion|redaction|team|webmaster|root|user|guest|anonymous|none|null|undefined|unknown|author|share|follow|view (?:all|profile)|more|posts?|facebook|twitter|website|online|news desk|editorial (?:team|staff))$|https?:|www\.|\.(?:com|org|net|de)$|@|\d{2}/iu

/** Names out of what stands for the author: several parted, words around them dropped. */
function cleaned(candidate: Candidate, {tag, page}: Sought): Candidate[] {
  const whole = candidate.value.replace(/\s+/gu, ' ').trim()
  if (/^https?:/u.test(whole) || whole.length > 300) return []
  const day = printedMoments(whole, tag)[0]
  const text = day?.start ? whole.slice(0, day.start).replace(beforeDay, '') : whole
  const bare = text
    .replace(leads, '')
    .replace(/^[\s|:]+/u, '')
    .replace(leads, '')
  const and =
    {de: 'und', fr: 'et', es: 'y', it: 'e', pt: 'e', nl: 'en', pl: 'i', ar: 'و'}[
      tag.slice(0, 2)
    ] ?? 'and'
  const parts = bare.split(
    new RegExp(
      `\\s*[,;&،]\\s*(?!\\s*(?:jr|sr|ph|m\\.?d)\\b)|\\s+(?:and|with|${and})\\s+`,
      'iu'
    )
  )
  const looksLikeList = parts.every(
    (part) => part.split(' ').length >= 2 || parts.length === 1
  )
  const list = looksLikeList ? parts : parts.slice(0, 1)
  return list.flatMap((part) => {
    const value = beforeTail(part.replace(leads, '')).replace(
      /^[\s:.,-]+|[\s:,-]+$/gu,
      ''
    )
    if (
      !value ||
      value.length > 60 ||
      value.split(' ').length > 6 ||
      noName.test(value) ||
      !/\p{L}{2}/u.test(value)
    )
      return []
    return [narrowed(candidate, value, page)]
  })
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

/** What stands before something else about the person. */
function beforeTail(part: string): string {
  const end = part.search(tail)
  return end < 0 ? part : part.slice(0, end).trimEnd()
}
