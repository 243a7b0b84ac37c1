import {plainText} from '../tree/text.ts'
import type {Inline, Stage} from '../tree/types.ts'
import {lengthInCodePoints} from './article-rows.ts'
import {dateAttributes} from './tei-dates.ts'
import {inferredBy, pointTo, type TeiContext} from './tei-ids.ts'
import {inData} from './withheld.ts'
import {mixed, type Xml, xml} from './xml.ts'

/** Inline nodes as TEI, their text unchanged. @param speaker pointer to who speaks, in a turn */
export const inlines = (
  nodes: readonly Inline[],
  context: TeiContext,
  speaker?: string
): (Xml | string)[] => nodes.map((node) => inline(node, context, speaker))

/** The words of a passage; where its rights keep them back, a gap that says how many characters. */
export function passage(
  nodes: readonly Inline[],
  context: TeiContext,
  speaker?: string
): (Xml | string)[] {
  if (!context.withheld) return inlines(nodes, context, speaker)
  const text = plainText(nodes)
  const kept = inData(text, context.withheld)
  const quantity = lengthInCodePoints(text) - lengthInCodePoints(kept)
  return [kept, ...(quantity > 0 ? [gap(quantity)] : [])]
}

/** Characters of the source that are not shown. */
export const gap = (quantity: number): Xml =>
  xml('gap', {reason: 'rights', unit: 'chars', quantity})

function inline(
  node: Inline,
  context: TeiContext,
  speaker: string | undefined
): Xml | string {
  if (node.type === 'text') return node.value
  const children = inlines(node.children, context, speaker)
  switch (node.type) {
    case 'stage':
      return stage(node, children, speaker)
    case 'mention':
      return name(node.entity, {confidence: node.confidence, children}, context)
    case 'date': {
      const inferred =
        node.basis === 'inferred' ? inferredBy(context, node.confidence) : {}
      const value = dateAttributes(node.value, `#${context.id('edtf')}`)
      return mixed('date', {...value, ...inferred}, children)
    }
    case 'link': {
      const target = node.target ? `#${context.id(node.target)}` : node.url
      return mixed('ref', {target}, children)
    }
    case 'quotation': {
      const who = pointTo(context, node.speaker)
      const inferred = who ? inferredBy(context, node.confidence) : {}
      return mixed('q', {type: node.kind, who, ...inferred}, children)
    }
  }
}

/** A name that refers to an entity of the header. */
export function name(
  entityId: string,
  {confidence, children}: {confidence?: number; children: readonly (Xml | string)[]},
  context: TeiContext
): Xml {
  const entity = context.article.entities.find((each) => each.id === entityId)
  const element =
    entity?.type === 'person'
      ? 'persName'
      : entity?.type === 'place'
        ? 'placeName'
        : 'orgName'
  return mixed(
    element,
    {ref: pointTo(context, entityId), ...inferredBy(context, confidence)},
    children
  )
}

/** The types of ParlaMint's `vocal` and `kinesic`; what else happens is an `incident`. */
const vocal = new Set([
  'greeting',
  'question',
  'clarification',
  'speaking',
  'interruption',
  'exclamat',
  'laughter',
  'shouting',
  'murmuring',
  'noise',
  'signal'
])
const kinesic = new Set([
  'applause',
  'ringing',
  'signal',
  'kinesic',
  'gesture',
  'snapping'
])

function stage(
  {kind}: Stage,
  children: readonly (Xml | string)[],
  who: string | undefined
): Xml {
  const element =
    kind && vocal.has(kind) ? 'vocal' : kind && kinesic.has(kind) ? 'kinesic' : 'incident'
  const byWhom = element === 'vocal' && kind === 'laughter' ? who : undefined
  return xml(element, {type: kind, who: byWhom}, mixed('desc', {}, children))
}
