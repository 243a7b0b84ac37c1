import {factOf, stringOf} from '../tree/facts.ts'
import {isDialogue, isMention, isTurn} from '../tree/guards.ts'
import {plainText, turnText, utterancesOf} from '../tree/text.ts'
import type {Article, DialogueChild, Inline} from '../tree/types.ts'
import {textBlocks, walk} from '../tree/walk.ts'

/** What a search finds: a turn, a paragraph or a heading, with an address of its own. */
export interface SearchDocument {
  /** The anchor on the page of the article. */
  readonly anchor: string
  readonly kind: 'turn' | 'narrative' | 'heading'
  /** Id of who speaks. */
  readonly speaker?: string
  /** As printed, stage directions included. */
  readonly text: string
  /** Ids of the people, organisations and places that are named in it. */
  readonly mentions: readonly string[]
}

/** Everything of an article that can be found, in reading order, its headline first. */
export function searchDocuments(article: Article): SearchDocument[] {
  const documents: SearchDocument[] = []
  let anchor = 'article'
  const headline = stringOf(article.metadata, 'headline')
  if (headline !== undefined)
    documents.push({
      anchor,
      kind: 'heading',
      text: headline,
      mentions: namedInHeadline(article)
    })
  for (const child of article.children) {
    if (isDialogue(child)) {
      for (const part of child.children) documents.push(...ofDialogue(part))
      continue
    }
    for (const block of textBlocks(child)) {
      // The cells of a table have no anchor of their own: what stands before them leads there.
      if ('id' in block) anchor = block.id
      documents.push({
        anchor,
        kind: block.type === 'heading' ? 'heading' : 'narrative',
        ...textAndMentions(block.children)
      })
    }
  }
  return documents.filter(({text}) => text.trim() !== '')
}

/** Mentions of the masthead that stand within the headline. */
function namedInHeadline({metadata}: Article): string[] {
  const place = factOf(metadata, 'headline')?.position
  return (metadata.mentions ?? []).flatMap(({value, position}) => {
    const isWithin =
      place &&
      position &&
      position.start.offset >= place.start.offset &&
      position.end.offset <= place.end.offset
    return isWithin && typeof value === 'object' && 'id' in value && value.id
      ? [value.id]
      : []
  })
}

function ofDialogue(part: DialogueChild): SearchDocument[] {
  if (isTurn(part))
    return [
      {
        anchor: part.id,
        kind: 'turn',
        ...(part.speaker === null ? {} : {speaker: part.speaker}),
        text: turnText(part),
        mentions: utterancesOf(part).flatMap(({children}) => mentionsIn(children))
      }
    ]
  return [...textBlocks(part)].map((block) => ({
    anchor: 'id' in block ? block.id : part.id,
    kind: block.type === 'heading' ? 'heading' : 'narrative',
    ...textAndMentions(block.children)
  }))
}

const textAndMentions = (
  nodes: readonly Inline[]
): Pick<SearchDocument, 'text' | 'mentions'> => ({
  text: plainText(nodes),
  mentions: mentionsIn(nodes)
})

const mentionsIn = (nodes: readonly Inline[]): string[] =>
  nodes.flatMap((node) =>
    [...walk(node)].flatMap((each) => (isMention(each) ? [each.entity] : []))
  )
