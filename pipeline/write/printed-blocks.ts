import {printedText, statedText} from '../tree/facts.ts'
import type {Node, TextBlock} from '../tree/guards.ts'
import {rememberOf} from '../tree/remember.ts'
import {countWords, plainText, spokenText} from '../tree/text.ts'
import type {
  Article,
  ArticleChild,
  Dialogue,
  Fact,
  Position,
  Turn
} from '../tree/types.ts'
import {textBlocks, walk} from '../tree/walk.ts'

/** A block of text as it is printed: a line of the masthead, a heading, a paragraph of prose or speech. */
export interface PrintedBlock {
  /** Of its node, else its kind; null for a cell of a printed table, which has none. */
  readonly id: string | null
  readonly kind: string
  readonly text: string
  readonly position: Position
  /** Every inline node of it, parents before children. */
  readonly nodes: readonly Node[]
  /** The turn it is spoken in. */
  readonly turn: Turn | null
  /** Of a line of the masthead, the fact it states. */
  readonly fact: Fact | null
  readonly words: number
  /** Words without stage directions. */
  readonly spokenWords: number
}

/** Every block of an article in the order of the source; several tables ask for them. */
export const printedBlocks: (article: Article) => readonly PrintedBlock[] =
  rememberOf(findBlocks)

function findBlocks(article: Article): PrintedBlock[] {
  const blocks = [...bodyBlocks(article), ...mastheadLines(article)]
  const sorted = blocks.sort((one, other) => startOf(one) - startOf(other))
  const kept: PrintedBlock[] = []
  let end = 0
  for (const block of sorted) {
    // A fact stated within a block that is already there is no line of its own.
    if (block.fact && startOf(block) < end) continue
    kept.push(block)
    end = Math.max(end, block.position.end.offset)
  }
  return kept
}

const startOf = (block: PrintedBlock): number => block.position.start.offset

function* bodyBlocks(article: Article): Generator<PrintedBlock> {
  for (const child of article.children) {
    if (child.type === 'dialogue') yield* dialogueBlocks(child)
    else for (const block of textBlocks(child)) yield printed(block, null, child)
  }
}

function* dialogueBlocks(dialogue: Dialogue): Generator<PrintedBlock> {
  for (const child of dialogue.children) {
    if (child.type === 'turn') {
      for (const each of child.children)
        for (const block of textBlocks(each))
          yield printed(block, each.type === 'figure' ? null : child)
    } else for (const block of textBlocks(child)) yield printed(block, null)
  }
}

function printed(
  block: TextBlock,
  turn: Turn | null,
  within?: ArticleChild
): PrintedBlock {
  const text = plainText(block.children)
  const spoken = spokenText(block.children)
  const words = countWords(text)
  return {
    id: 'id' in block ? block.id : null,
    kind: kindOf(block, within),
    text,
    position: block.position,
    nodes: block.children.flatMap((node) => [...walk(node)]),
    turn,
    fact: null,
    words,
    spokenWords: spoken === text ? words : countWords(spoken)
  }
}

function kindOf(block: TextBlock, within: ArticleChild | undefined): string {
  switch (block.type) {
    case 'heading':
    case 'narration':
      return block.type
    case 'utterance':
      return 'turn'
    case 'paragraph':
      if (block.role && block.role !== 'lede' && block.role !== 'body') return block.role
      if (within?.type === 'list') return 'item'
      return within?.type === 'blockquote' ? 'quotation' : 'body'
    case 'tableCell':
      return 'body'
  }
}

/** What a line of the masthead is called, by the field of the fact it states. */
const mastheadKinds = {
  headline: 'headline',
  alternativeHeadline: 'deck',
  datePublished: 'dateline',
  dateModified: 'dateline',
  publisher: 'outlet',
  authors: 'byline',
  section: 'kicker'
} as const

function mastheadLines(article: Article): PrintedBlock[] {
  const lines: PrintedBlock[] = []
  const counts = new Map<string, number>()
  for (const [field, kind] of Object.entries(mastheadKinds)) {
    for (const fact of article.metadata[field] ?? []) {
      // A hint may stand for words that mean it, what is stated is what its source says.
      const text = fact.basis === 'stated' ? statedText(fact) : printedText(fact)
      if (text === undefined || !fact.position || fact.basis === 'declared') continue
      const n = (counts.get(kind) ?? 0) + 1
      counts.set(kind, n)
      const words = countWords(text)
      lines.push({
        id: n === 1 ? kind : `${kind}-${n}`,
        kind,
        text,
        position: fact.position,
        nodes: [],
        turn: null,
        fact,
        words,
        spokenWords: words
      })
    }
  }
  return lines
}
