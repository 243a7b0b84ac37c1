import {isDialogue, isTextBlock, isTurn, type Node, type TextBlock} from './guards.ts'
import type {Article, Dialogue, Inline, Text, Turn} from './types.ts'

/** Every node below (and with) `node`, parents before children, in reading order. */
export function* walk(node: Node): Generator<Node> {
  const waiting = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    if (!('children' in next)) continue
    for (let at = next.children.length - 1; at >= 0; at--) {
      const child = next.children[at]
      if (child) waiting.push(child)
    }
  }
}

/** The nodes that hold inline nodes directly, in reading order. */
export function* textBlocks(node: Node): Generator<TextBlock> {
  for (const each of walk(node)) if (isTextBlock(each)) yield each
}

/** The dialogues of an article, in reading order. */
export const dialogues = (article: Article): Dialogue[] =>
  article.children.filter(isDialogue)

/** The turns of an article, in reading order. */
export const turns = (article: Article): Turn[] =>
  dialogues(article).flatMap((dialogue) => dialogue.children.filter(isTurn))

/** The leaves of an inline node. */
export function* leaves(nodes: readonly Inline[]): Generator<Text> {
  for (const node of nodes) {
    if (node.type === 'text') yield node
    else yield* leaves(node.children)
  }
}
