import {nameKey} from '../language/fold.ts'
import {languageOf} from '../language/index.ts'
import type {Block, Reading} from '../source/reading.ts'
import type {Context} from '../source/types.ts'
import {addFact} from '../tree/facts.ts'
import type {Fact, Metadata, SetAside} from '../tree/types.ts'
import {bylineName} from './byline.ts'
import {datelineOf} from './dateline.ts'
import type {Page} from './page.ts'
import {endsSentence, wordCount} from './print.ts'
import {publicationDate} from './publication-date.ts'

/** What was read off the head of an article. */
export interface Masthead {
  readonly metadata: Metadata
  readonly setAside: readonly SetAside[]
  /** Index of the first block behind it. */
  readonly next: number
}

/** Lines of a masthead at most, and their longest, in UTF-16 code units. */
const mostLines = 8
const longestLine = 120
const longestHeadline = 300

/** Reads date, publisher, headline and byline lines, in whatever order they are printed, up to `limit`. */
export function readMasthead(
  reading: Reading,
  page: Page,
  limit: number,
  context: Context & {tag: string}
): Masthead {
  const draft = {metadata: {} satisfies Metadata, setAside: [] satisfies SetAside[]}
  const publishers = publisherKeys(context)
  const head: Draft = {...draft, publishers, reading, context}
  let next = 0
  while (next < Math.min(limit, mostLines)) {
    const block = page.blocks[next]
    if (!block) break
    const isRead =
      readDateLine(head, block) ||
      readPublisher(head, block, page, next) ||
      readByline(head, block)
    if (!isRead && !readHeadline(head, block, page, next)) break
    next++
  }
  return {metadata: head.metadata, setAside: head.setAside, next}
}

interface Draft {
  readonly metadata: Metadata
  readonly setAside: SetAside[]
  readonly publishers: ReadonlySet<string>
  readonly reading: Reading
  readonly context: Context & {readonly tag: string}
}

/** Every name of the publisher that the collection declares. */
function publisherKeys({collection, authorities}: Context): ReadonlySet<string> {
  const declared = authorities.byId.get(collection.publisher ?? '')
  const names = [
    ...(declared?.names.map((name) => name.value) ?? []),
    collection.publisherName ?? ''
  ]
  return new Set(names.filter(Boolean).map(nameKey))
}

const dateOf = ({context}: Draft, {text}: Block): ReturnType<typeof datelineOf> =>
  datelineOf(text, context.tag, context.collection.dateOrder)

/** A date line; words around the date are set aside. */
function readDateLine(head: Draft, block: Block): boolean {
  if (head.metadata.datePublished) return false
  const date = dateOf(head, block)
  if (!date) return false
  const start = block.start + date.start
  const end = block.start + date.end
  const {value, because} = publicationDate(
    date,
    head.reading.at.span(start, end),
    head.context
  )
  addFact(head.metadata, 'datePublished', {
    value,
    basis: 'stated',
    rule: 'segment/masthead-date',
    position: head.reading.at.span(start, end),
    text: head.reading.text.slice(start, end),
    ...(because ? {because} : {})
  })
  asideWithin(head, block.start, start)
  asideWithin(head, end, block.end)
  return true
}

/** What stands around a date in its line: “Published:”, a weekday's comma, a bar. */
function asideWithin(head: Draft, from: number, to: number): void {
  const printed = head.reading.text.slice(from, to)
  const start = from + printed.length - printed.trimStart().length
  const value = printed.trim()
  if (!value) return
  head.setAside.push({
    value,
    reason: 'masthead-label',
    position: head.reading.at.span(start, start + value.length)
  })
}

/** The publisher's name, declared or printed twice; every time but the first is set aside. */
function readPublisher(head: Draft, block: Block, page: Page, index: number): boolean {
  const key = nameKey(block.text)
  const position = head.reading.at.span(block.start, block.end)
  const repeats = page.blocks
    .slice(0, mostLines)
    .some((other, n) => n !== index && other.text === block.text)
  const isName = head.publishers.has(key) || (repeats && wordCount(block.text) <= 5)
  if (!isName || block.text.length > longestLine) return false
  if (head.metadata.publisher) {
    head.setAside.push({value: block.text, reason: 'repeated-masthead', position})
    return true
  }
  const id = head.publishers.has(key) ? head.context.collection.publisher : undefined
  const fact: Fact = {
    value: {...(id ? {id} : {}), name: block.text},
    basis: 'stated',
    rule: 'segment/masthead-publisher',
    position
  }
  addFact(head.metadata, 'publisher', fact)
  return true
}

/** “By Anna Lind”, «كتب: محمد»: a byline word and a name. */
function readByline(head: Draft, block: Block): boolean {
  if (!head.metadata.headline || head.metadata.authors || block.text.length > longestLine)
    return false
  const name = bylineName(block.text, languageOf(head.context.tag).bylineWords)
  if (name === null || wordCount(block.text) > 8 || endsSentence(block.text)) return false
  const start = block.start + name
  addFact(head.metadata, 'authors', {
    value: {name: head.reading.text.slice(start, block.end)},
    basis: 'stated',
    rule: 'segment/masthead-byline',
    position: head.reading.at.span(start, block.end)
  })
  asideWithin(head, block.start, start)
  return true
}

/** Words of an outlet's or a section's name, at most. */
const mostKickerWords = 4

/** A few words above the date, where a longer line below it makes the better headline; whose name it is nobody says. */
function isKicker(head: Draft, page: Page, index: number): boolean {
  const [line, below, next] = page.blocks.slice(index, index + 3)
  if (!line || !below || !next || wordCount(line.text) > mostKickerWords) return false
  const isTitle =
    next.text.length <= longestHeadline &&
    wordCount(next.text) > wordCount(line.text) &&
    !endsSentence(next.text) &&
    bylineName(next.text, languageOf(head.context.tag).bylineWords) === null
  return isTitle && dateOf(head, below) !== null && !dateOf(head, next)
}

/** The first line that is nothing else, where a text follows it. */
function readHeadline(head: Draft, block: Block, page: Page, index: number): boolean {
  if (head.metadata.headline || block.text.length > longestHeadline) return false
  if (isKicker(head, page, index)) {
    const position = head.reading.at.span(block.start, block.end)
    head.setAside.push({value: block.text, reason: 'masthead-line', position})
    return true
  }
  const next = page.blocks[index + 1]
  const isSentenceAlone = !next && endsSentence(block.text)
  const isParagraph = block.text.length > 160 && endsSentence(block.text)
  if (isSentenceAlone || isParagraph) return false
  addFact(head.metadata, 'headline', {
    value: block.text,
    basis: 'stated',
    rule: 'segment/masthead-headline',
    position: head.reading.at.span(block.start, block.end)
  })
  return true
}
