import {noDate, noHeadline} from '../diagnostics/segment-rules.ts'
import {detectLanguage} from '../language/detect.ts'
import {directionOf} from '../language/index.ts'
import type {Block, Reading} from '../source/reading.ts'
import type {Context} from '../source/types.ts'
import {addFact, copyMetadata, stringOf} from '../tree/facts.ts'
import type {Article, ArticleChild, Metadata} from '../tree/types.ts'
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
import {makeNarrative} from './narrative.ts'
import {makeHeading, makeParagraph, type Narrator} from './paragraphs.ts'
import {queueOf} from './pictures.ts'
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
  const page = readPage(reading, knowledgeOf(tag, context))
  const convention = chooseConvention(page)
  const longTurns = convention !== null && hasLongTurns(page, convention)
  const narrator: Narrator = {reading, counters: {headings: 0, paragraphs: 0, figures: 0}}
  const pictures = queueOf(narrator, reading.pictures ?? [])
  const maker: TurnMaker = {reading, page, context, tag, longTurns, narrator, pictures}
  const found = convention
    ? findConversations(maker, convention, extentsOf(page, convention))
    : []
  const limit = found[0]?.turns[0]?.extent.from ?? page.blocks.length
  const masthead = mastheadOf(reading, page, limit, {...context, tag})
  // A line right above the first turn that the masthead claims heads the article, not its dialogue.
  const conversations = found.map((each) => ({
    ...each,
    from: Math.max(each.from, masthead.next)
  }))
  const stated = bothOf(reading.metadata, masthead.metadata)
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
  makePrintable(article)
  const faults = findUnaccounted(article, reading)
  if (faults[0])
    throw new Error(
      `The accounting of ${reading.source.path} fails: ${faults.join('; ')}`
    )
  return article
}

/** What the source states outside of its text, and what its head prints: no fact of either is lost. */
function bothOf(outside: Metadata, printed: Metadata): Metadata {
  const all = copyMetadata(outside)
  for (const [field, facts] of Object.entries(printed))
    for (const fact of facts) addFact(all, field, fact)
  return all
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
  const {reading, page, narrator, pictures} = maker
  const children: ArticleChild[] = []
  const counters: Counters = {dialogues: 0, turns: 0, narrations: 0}
  const opens = new Map(conversations.map((each) => [each.from, each]))
  let hasLede = false
  let index = from
  while (index < page.blocks.length) {
    const block = page.blocks[index]
    if (!block) break
    children.push(...pictures.before(block.start))
    const conversation = opens.get(index)
    if (conversation) {
      children.push(makeDialogue(maker, conversation, counters))
      index = conversation.to + 1
      continue
    }
    const together = togetherAt(
      page.blocks,
      index,
      (at) => opens.has(at) || pictures.isBefore(page.blocks[at]?.start ?? 0)
    )
    const node: ArticleChild | null =
      leavesOf(reading, block.start, block.end).length > 0 && isHeading(page, index)
        ? makeHeading(narrator, block)
        : makeNarrative(narrator, together, hasLede ? 'body' : 'lede')
    if (node) children.push(node)
    hasLede ||= node?.type === 'paragraph'
    index += together.length
  }
  children.push(...pictures.before(Number.POSITIVE_INFINITY))
  for (const block of reading.blocks)
    if (block.role === 'comment')
      children.push(...[makeParagraph(narrator, [block], 'comment') ?? []].flat())
  return children
}

/** The blocks from an index on that stand in the same part of the source. @param ends where another node begins */
function togetherAt(
  blocks: readonly Block[],
  index: number,
  ends: (index: number) => boolean
): Block[] {
  const first = blocks[index]
  const part = first?.within?.[0]
  let end = index + 1
  while (part && blocks[end]?.within?.[0] === part && !ends(end)) end++
  return blocks.slice(index, end)
}
