import type {Dialogue, DialogueChild, Turn} from '../tree/types.ts'
import {figure} from './tei-blocks.ts'
import {inferredBy, pointTo, sourceLines, type TeiContext} from './tei-ids.ts'
import {inlines, passage} from './tei-inline.ts'
import type {BesideBlocks} from './tei-masthead.ts'
import {mixed, type Xml, xml} from './xml.ts'

/** A conversation as transcribed speech. @see TEI P5, chapter 8 */
export function transcript(
  dialogue: Dialogue,
  context: TeiContext,
  beside: BesideBlocks
): Xml {
  const parts: Xml[] = []
  for (const [n, child] of dialogue.children.entries()) {
    parts.push(...within(beside, child.position.start.offset))
    if (child.type === 'turn') parts.push(...turn(child, context, beside))
    else parts.push(between(child, n === 0, context))
    beside.skip(child.position.end.offset)
  }
  const {id, kind} = dialogue
  const subtype = kind === 'unknown' ? undefined : kind
  return xml('div', {type: 'transcript', subtype, 'xml:id': context.id(id)}, parts)
}

/** What stands between the turns; only a heading that opens the division is a `head`. */
function between(
  node: Exclude<DialogueChild, Turn>,
  isFirst: boolean,
  context: TeiContext
): Xml {
  if (node.type === 'figure') return figure(node, context)
  const shared = {
    'xml:id': context.id(node.id),
    'xml:lang': node.language,
    source: sourceLines(node.position)
  }
  if (node.type === 'narration')
    return mixed('p', shared, passage(node.children, context))
  const words = inlines(node.children, context)
  return isFirst
    ? mixed('head', shared, words)
    : mixed('ab', {type: 'heading', ...shared}, words)
}

const within = (beside: BesideBlocks, offset: number): Xml[] =>
  beside.take(offset).map((each) => each.make('within'))

/** The label as printed, then the utterance; ParlaMint sets them side by side. */
function turn(node: Turn, context: TeiContext, beside: BesideBlocks): Xml[] {
  const {label, attribution} = node
  const firstWords = node.children[0]?.position.start.offset ?? node.position.end.offset
  const opening = label
    ? [
        xml(
          'note',
          {type: 'speaker', source: sourceLines(label.position)},
          `${label.before ?? ''}${label.value}${label.after ?? ''}`
        )
      ]
    : within(beside, firstWords)
  const who = pointTo(context, node.speaker)
  const attributes = {
    'xml:id': context.id(node.id),
    n: node.n,
    who,
    source: sourceLines(node.position),
    ...(attribution?.basis === 'inferred'
      ? inferredBy(context, attribution.confidence)
      : {})
  }
  return [...opening, xml('u', attributes, segments(node, context, who))]
}

const segments = (node: Turn, context: TeiContext, who: string | undefined): Xml[] =>
  node.children.map((utterance) =>
    utterance.type === 'figure'
      ? figure(utterance, context)
      : mixed(
          'seg',
          {
            'xml:id': context.id(utterance.id),
            'xml:lang': utterance.language,
            source: sourceLines(utterance.position),
            ...(utterance.rule ? inferredBy(context, utterance.confidence) : {})
          },
          passage(utterance.children, context, who)
        )
  )
