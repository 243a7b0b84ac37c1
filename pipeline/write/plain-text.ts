import {statedText} from '../tree/facts.ts'
import {isFigure} from '../tree/guards.ts'
import {rowText, plainText as textOf, turnText} from '../tree/text.ts'
import type {Article, Dialogue, Fact, Table, Turn} from '../tree/types.ts'
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
    // What the source says, in its words, before what was declared or worked out.
    const printed = facts.find(({position, text}) => position ?? text)
    const text = wordsOf(printed) ?? wordsOf(facts[0])
    if (text) yield text
  }
}

const wordsOf = (fact: Fact | undefined): string | undefined =>
  fact &&
  (statedText(fact) ??
    (typeof fact.value === 'object' && 'text' in fact.value
      ? fact.value.text
      : undefined))

function* body(article: Article): Generator<string> {
  const names = new Map(article.entities.map(({id, name}) => [id, name]))
  for (const child of article.children) {
    if (child.type === 'dialogue') yield* transcript(child, names)
    else if (child.type === 'table') yield* table(child)
    else for (const block of textBlocks(child)) yield textOf(block.children)
  }
}

/** A caption, then a row a line, its cells apart by tabs. */
function* table({children}: Table): Generator<string> {
  const rows: string[] = []
  for (const child of children) {
    if (child.type === 'paragraph') yield textOf(child.children)
    else rows.push(rowText(child))
  }
  yield rows.join('\n')
}

function* transcript(
  dialogue: Dialogue,
  names: ReadonlyMap<string, string>
): Generator<string> {
  for (const child of dialogue.children) {
    if (child.type !== 'turn') {
      for (const block of textBlocks(child)) yield textOf(block.children)
      continue
    }
    yield speech(child, names)
    for (const figure of child.children.filter(isFigure))
      for (const block of figure.children) yield textOf(block.children)
  }
}

function speech(turn: Turn, names: ReadonlyMap<string, string>): string {
  const text = turnText(turn)
  const speaker = names.get(turn.speaker ?? '') ?? turn.label?.value
  return speaker === undefined ? text : `${speaker}: ${text}`.trimEnd()
}
