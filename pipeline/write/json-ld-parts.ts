import {factOf, holdingFacts, stringOf} from '../tree/facts.ts'
import {isComment, isNamed, isQuantity, isWork, type Node} from '../tree/guards.ts'
import {plainText, rowText, turnText} from '../tree/text.ts'
import type {
  Article,
  ArticleChild,
  Dialogue,
  Fact,
  Named,
  Quantity,
  Turn,
  Work
} from '../tree/types.ts'
import {dialogues, textBlocks} from '../tree/walk.ts'
import {type JsonLdNode, node} from './json-ld-nodes.ts'

/** Fragment of the event a dialogue records: `call`, `interview`… the second `call-2`. */
export function eventId(article: Article, dialogue: Dialogue): string {
  const name = dialogue.kind === 'unknown' ? 'conversation' : dialogue.kind
  const same = dialogues(article).filter((each) => each.kind === dialogue.kind)
  const place = same.indexOf(dialogue)
  return place > 0 ? `${name}-${place + 1}` : name
}

/** What is told of the content of an article as a whole. */
export function contentFacts({metadata}: Article) {
  const plain = (field: string): number | boolean | undefined => {
    const value = factOf(metadata, field)?.value
    return typeof value === 'number' || typeof value === 'boolean' ? value : undefined
  }
  return {
    articleSection: stringOf(metadata, 'section'),
    keywords: holdingFacts(metadata, 'keywords').map(({value}) => String(value)),
    wordCount: plain('wordCount'),
    isAccessibleForFree: plain('isAccessibleForFree')
  }
}

/** What readers wrote below an article, where it is kept: a node a paragraph. @param iri makes the id of a node */
export const commentNodes = (
  {children}: Article,
  iri: (fragment: string) => string
): JsonLdNode[] =>
  children.flatMap((child) =>
    child.type === 'paragraph' && isComment(child)
      ? node({
          '@type': 'Comment',
          '@id': iri(child.id),
          text: plainText(child.children)
        })
      : []
  )

/** The whole body as printed: paragraphs apart by a blank line, turns by a line end, labels in full. */
export function articleBody(article: Article): string {
  return article.children
    .filter((child) => !isComment(child))
    .map(blockText)
    .filter(Boolean)
    .join('\n\n')
}

function blockText(child: ArticleChild): string {
  switch (child.type) {
    case 'heading':
    case 'paragraph':
      return plainText(child.children)
    case 'dialogue':
      return dialogueText(child)
    case 'blockquote':
      return textsOf(child).join('\n\n')
    case 'list':
      return textsOf(child).join('\n')
    case 'table':
      return child.children
        .map((each) =>
          each.type === 'paragraph' ? plainText(each.children) : rowText(each)
        )
        .join('\n')
    case 'figure':
      // Its caption is said of the image.
      return ''
  }
}

const textsOf = (node: Node): string[] =>
  [...textBlocks(node)].map((block) => plainText(block.children))

function dialogueText(dialogue: Dialogue): string {
  let text = ''
  let before = ''
  for (const child of dialogue.children) {
    if (child.type === 'figure') continue
    const value = child.type === 'turn' ? labelledText(child) : plainText(child.children)
    text +=
      text === ''
        ? value
        : (before === 'turn' && child.type === 'turn' ? '\n' : '\n\n') + value
    before = child.type
  }
  return text
}

const labelledText = (turn: Turn): string =>
  turn.label ? `${turn.label.value}: ${turnText(turn)}` : turnText(turn)

/** Named values that hold for a field: authors, publisher. */
export function namedFacts(article: Article, field: string): Named[] {
  return holdingFacts(article.metadata, field).flatMap(({value}) =>
    isNamed(value) ? [value] : typeof value === 'string' ? [{name: value}] : []
  )
}

/** Works an article or its dialogues are based on. */
export function works(article: Article): {work: Work; dialogue: Dialogue | null}[] {
  const of = (facts: readonly Fact[], dialogue: Dialogue | null) =>
    facts.flatMap(({value}) => (isWork(value) ? [{work: value, dialogue}] : []))
  return [
    ...of(holdingFacts(article.metadata, 'isBasedOn'), null),
    ...dialogues(article).flatMap((dialogue) =>
      of(holdingFacts(dialogue.metadata, 'isBasedOn'), dialogue)
    )
  ]
}

/** Fragment of a work: its publisher's id, else its number. */
export const workId = (work: Work, n: number): string =>
  `source-${work.publisher?.id ?? n + 1}`

/** The heading printed above a dialogue. */
export function printedName(dialogue: Dialogue): string | undefined {
  const heading = dialogue.children[0]
  return heading?.type === 'heading' ? plainText(heading.children) : undefined
}

/** The name of the event: what an archivist declared, else the printed heading. */
export const eventName = (dialogue: Dialogue): string | undefined =>
  stringOf(dialogue.metadata, 'name') ?? printedName(dialogue)

export function duration(dialogue: Dialogue): Quantity | undefined {
  const value = factOf(dialogue.metadata, 'duration')?.value
  return value !== undefined && isQuantity(value) ? value : undefined
}

/** Entities that are mentioned and take no part in a dialogue, in the order of first mention. */
export function mentionedIds(article: Article): string[] {
  const present = new Set(dialogues(article).flatMap((dialogue) => dialogue.participants))
  const publisher = namedFacts(article, 'publisher')[0]?.id
  const used = new Set(works(article).flatMap(({work}) => work.publisher?.id ?? []))
  return article.entities
    .map((entity) => entity.id)
    .filter((id) => !present.has(id) && id !== publisher && !used.has(id))
}
