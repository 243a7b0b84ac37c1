import {noDate, noHeadline} from '../diagnostics/segment-rules.ts'
import {detectLanguage} from '../language/detect.ts'
import {directionOf} from '../language/index.ts'
import type {Reading} from '../source/reading.ts'
import type {Context} from '../source/types.ts'
import {stringOf} from '../tree/facts.ts'
import {headingId, paragraphId} from '../tree/id.ts'
import type {Article, ArticleChild, Heading, Paragraph} from '../tree/types.ts'
import {chooseConvention, readPage} from './convention.ts'
import {findUnaccounted} from './coverage.ts'
import {
  type Conversation,
  type Counters,
  findConversations,
  makeDialogue
} from './dialogues.ts'
import {extentsOf, hasLongTurns} from './extent.ts'
import {isHeading} from './headings.ts'
import {knowledgeOf} from './knowledge.ts'
import {leavesOf} from './leaves.ts'
import {readMasthead} from './masthead.ts'
import {makePrintable} from './printable-facts.ts'
import {setAsideOf} from './set-aside.ts'
import type {TurnMaker} from './turns.ts'

/**
 * Makes the tree of an article out of its lines: masthead, narrative, dialogue. Nothing is lost: each
 * character that is not white space lies in exactly one leaf, label, stated fact or set-aside entry.
 * Reports the rules of `segment-rules.ts`.
 */
export function segment(reading: Reading, context: Context): Article {
  const tag = languageFor(reading, context)
  const page = readPage(reading.blocks, knowledgeOf(tag, context.authorities))
  const convention = chooseConvention(page)
  const longTurns = convention !== null && hasLongTurns(convention)
  const maker: TurnMaker = {reading, page, context, tag, longTurns}
  const conversations = convention
    ? findConversations(maker, convention, extentsOf(page, convention))
    : []
  const limit = conversations[0]?.from ?? page.blocks.length
  const masthead = mastheadOf(reading, page, limit, {...context, tag})
  const stated = {...masthead.metadata, ...reading.metadata}
  if (!stated.headline) context.report(noHeadline, {}, {position: reading.at.span(0, 0)})
  if (!stated.datePublished) context.report(noDate, {}, {position: reading.at.span(0, 0)})
  const article: Article = {
    type: 'article',
    id: context.slug,
    collection: context.collection.id,
    language: tag,
    dir: directionOf(tag),
    metadata: stated,
    source: {
      ...reading.source,
      setAside: setAsideOf(maker, masthead, conversations)
    },
    entities: [],
    children: makeChildren(maker, masthead.next, conversations),
    position: reading.at.span(0, reading.text.length)
  }
  if (reading.setAside.length > 0) makePrintable(article)
  const faults = findUnaccounted(article, reading)
  if (faults[0])
    throw new Error(
      `The accounting of ${reading.source.path} fails: ${faults.join('; ')}`
    )
  return article
}

/** Declared in the sidecar, declared by the collection, or detected. */
export function languageFor(reading: Reading, {sidecar, collection}: Context): string {
  return (
    sidecar.language ??
    collection.language ??
    stringOf(reading.metadata, 'inLanguage') ??
    detectLanguage(reading.text).tag
  )
}

/** A page that states its headline has told the rest of its masthead too. */
const mastheadOf: typeof readMasthead = (reading, page, limit, context) =>
  reading.metadata.headline
    ? {metadata: {}, setAside: [], next: 0}
    : readMasthead(reading, page, limit, context)

function makeChildren(
  maker: TurnMaker,
  from: number,
  conversations: readonly Conversation[]
): ArticleChild[] {
  const children: ArticleChild[] = []
  const counters: Counters & {paragraphs: number} = {
    dialogues: 0,
    turns: 0,
    narrations: 0,
    headings: 0,
    paragraphs: 0
  }
  const {reading, page} = maker
  const makeHeading = (index: number): Heading => {
    const {start, end, heading} = page.blocks[index] ?? {start: 0, end: 0}
    const id = headingId(++counters.headings)
    return {
      type: 'heading',
      id,
      depth: heading || 2,
      children: leavesOf(reading, start, end),
      position: reading.at.span(start, end)
    }
  }
  const opens = new Map(conversations.map((each) => [each.from, each]))
  let index = from
  while (index < page.blocks.length) {
    const conversation = opens.get(index)
    const {start, end} = page.blocks[index] ?? {start: 0, end: 0}
    if (conversation) {
      children.push(makeDialogue(maker, conversation, counters, makeHeading))
      index = conversation.to + 1
      continue
    }
    if (leavesOf(reading, start, end).length > 0) {
      children.push(
        isHeading(page, index)
          ? makeHeading(index)
          : makeParagraph(maker, index, ++counters.paragraphs)
      )
    }
    index++
  }
  return children
}

function makeParagraph({reading, page}: TurnMaker, index: number, n: number): Paragraph {
  const {start, end} = page.blocks[index] ?? {start: 0, end: 0}
  return {
    type: 'paragraph',
    id: paragraphId(n),
    role: n === 1 ? 'lede' : 'body',
    children: leavesOf(reading, start, end),
    position: reading.at.span(start, end)
  }
}
