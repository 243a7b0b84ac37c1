import {printedText} from '../tree/facts.ts'
import {plainText as textOf} from '../tree/text.ts'
import type {Article, Dialogue, Fact, Turn} from '../tree/types.ts'
import {textBlocks} from '../tree/walk.ts'
import type {Output} from './output.ts'

/**
 * The article as text without mark-up: headline, the rest of its masthead, then its blocks, a blank
 * line between any two. Speakers stand in full before each of their turns; no word of ours is added.
 */
export const plainText: Output = {
  name: 'plain-text',
  article: (article) => [
    {path: `articles/${article.id}/article.txt`, bytes: `${textOfArticle(article)}\n`}
  ]
}

const mastheadFields = [
  'headline',
  'alternativeHeadline',
  'publisher',
  'datePublished',
  'authors'
] as const

const textOfArticle = (article: Article): string =>
  [...masthead(article), ...body(article)].join('\n\n')

function* masthead({metadata}: Article): Generator<string> {
  for (const field of mastheadFields) {
    const facts = metadata[field] ?? []
    const line = facts.map(printedText).find((text) => text !== undefined)
    const text = line ?? (facts[0] && valueText(facts[0]))
    if (text) yield text
  }
}

const valueText = ({value}: Fact): string =>
  typeof value === 'object' ? ('name' in value ? value.name : value.text) : String(value)

function* body(article: Article): Generator<string> {
  const names = new Map(article.entities.map(({id, name}) => [id, name]))
  for (const child of article.children) {
    if (child.type === 'dialogue') yield* transcript(child, names)
    else for (const block of textBlocks(child)) yield textOf(block.children)
  }
}

function* transcript(
  dialogue: Dialogue,
  names: ReadonlyMap<string, string>
): Generator<string> {
  for (const child of dialogue.children) {
    if (child.type === 'turn') yield speech(child, names)
    else yield textOf(child.children)
  }
}

function speech(turn: Turn, names: ReadonlyMap<string, string>): string {
  const text = turn.children.map((utterance) => textOf(utterance.children)).join('\n\n')
  const speaker = names.get(turn.speaker ?? '') ?? turn.label?.value
  return speaker === undefined ? text : `${speaker}: ${text}`.trimEnd()
}
