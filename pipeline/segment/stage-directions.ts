import {nameKey} from '../language/fold.ts'
import {languageOf} from '../language/index.ts'
import {type Mark, wrapMarks} from '../tree/inline.ts'
import type {Locator} from '../tree/position.ts'
import {plainText} from '../tree/text.ts'
import type {Inline, Position, Text} from '../tree/types.ts'

/** Brackets that stage directions stand in; at most this many words. */
const bracketed =
  /\([^()\n]{1,160}\)|\[[^[\]\n]{1,160}\]|（[^（）\n]{1,160}）|〔[^〔〕\n]{1,160}〕|［[^［］\n]{1,160}］/gu
const longest = 12

/**
 * Wraps stage directions in a speech. A bracket is one where its words name something that is done
 * (laughs, applause), or where it is all there is of the paragraph; any other bracket is speech.
 */
export function wrapStageDirections(
  nodes: readonly Inline[],
  tag: string,
  at: Locator
): Inline[] {
  const text = plainText(nodes)
  const base = nodes[0]?.position.start.offset ?? 0
  const isWhole =
    nodes.length === 1 && /^[([（〔［][^()[\]]*[)\]）〕］][.]?$/u.test(text.trim())
  if (nodes.length !== 1) return [...nodes]
  const marks: Mark[] = []
  for (const match of text.matchAll(bracketed)) {
    const kind = kindOf(match[0], tag)
    if (!kind && !isWhole) continue
    if (match[0].split(/\s+/u).length > longest && !isWhole) continue
    const start = base + match.index
    marks.push({
      start,
      end: start + match[0].length,
      wrap: (children, position) => ({
        type: 'stage',
        ...(kind ? {kind} : {}),
        children: children.filter((child): child is Text => child.type === 'text'),
        position
      })
    })
  }
  return wrapMarks(nodes, marks, at)
}

/** All of a line that is no speech, such as a time code between two turns. */
export function asStage(nodes: readonly Inline[], position: Position): Inline[] {
  const texts = nodes.filter((node): node is Text => node.type === 'text')
  return texts.length === nodes.length
    ? [{type: 'stage', children: texts, position}]
    : [...nodes]
}

/** ParlaMint's type of what is done, where the language's words tell it. */
function kindOf(printed: string, tag: string): string | undefined {
  const key = ` ${nameKey(printed)} `
  return Object.entries(languageOf(tag).stageWords).find(([, words]) =>
    words.some((word) => key.includes(` ${nameKey(word)} `))
  )?.[0]
}
