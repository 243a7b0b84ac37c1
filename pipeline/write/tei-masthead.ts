import {holdingFacts, printedText, statedText} from '../tree/facts.ts'
import {isHouse} from '../tree/guards.ts'
import type {Fact, Position, SetAside} from '../tree/types.ts'
import {lengthInCodePoints} from './article-rows.ts'
import {dateAttributes} from './tei-dates.ts'
import {pointTo, sourceLines, type TeiContext} from './tei-ids.ts'
import {gap, name} from './tei-inline.ts'
import {mixed, type Xml, xml} from './xml.ts'

/** Something that stands in the source beside the blocks: a field of the masthead, or what was set aside. */
interface Beside {
  readonly start: number
  make(place: 'top' | 'within'): Xml
}

/** Stated facts and set-aside spans in order of the source; spans within a block are skipped with it. */
export function besideBlocks(context: TeiContext) {
  const {article} = context
  const list: Beside[] = [
    ...Object.keys(article.metadata).flatMap((field) =>
      (article.metadata[field] ?? []).flatMap((fact) => stated(field, fact, context))
    ),
    ...article.source.setAside.flatMap((entry) => aside(entry, context))
  ].sort((a, b) => a.start - b.start)
  let next = 0
  const take = (offset: number): Beside[] => {
    const from = next
    while ((list[next]?.start ?? Number.POSITIVE_INFINITY) < offset) next++
    return list.slice(from, next)
  }
  return {take, skip: (offset: number): void => void take(offset)}
}
export type BesideBlocks = ReturnType<typeof besideBlocks>

/** Controls that XML has no place for stay out; the tree has them. */
const aside = ({value, reason, position}: SetAside, {withheld}: TeiContext): Beside[] =>
  reason === 'control-character' || reason === 'bidi-control'
    ? []
    : [
        {
          start: position.start.offset,
          make: () =>
            xml(
              'fw',
              {type: reason, source: sourceLines(position)},
              withheld ? gap(lengthInCodePoints(value)) : value
            )
        }
      ]

function stated(field: string, fact: Fact, context: TeiContext): Beside[] {
  const {position} = fact
  if (fact.basis !== 'stated' || !position) return []
  return [
    {
      start: position.start.offset,
      make: (place) =>
        place === 'top'
          ? mastheadField(field, fact, position, context)
          : xml(
              'ab',
              {type: field, source: sourceLines(position)},
              statedText(fact) ?? ''
            )
    }
  ]
}

function mastheadField(
  field: string,
  fact: Fact,
  position: Position,
  context: TeiContext
): Xml {
  const text = statedText(fact) ?? ''
  const source = sourceLines(position)
  const {value} = fact
  if (field === 'headline')
    // Names are found by their places, which count where the source writes each character as itself.
    return mixed(
      'head',
      {type: 'main', source},
      printedText(fact) === undefined ? text : headline(text, position, context)
    )
  if (field.startsWith('date') && typeof value === 'string') {
    const when = dateAttributes(value, `#${context.id('edtf')}`)
    return xml('dateline', {source}, xml('date', {type: field, ...when}, text))
  }
  if (field === 'authors' || field === 'publisher') {
    const id = typeof value === 'object' && 'id' in value ? value.id : undefined
    const isKnown = pointTo(context, id) !== undefined
    return mixed('byline', {source}, [
      id && isKnown
        ? name(id, {children: [text]}, context)
        : isHouse(value)
          ? xml('orgName', {}, text)
          : text
    ])
  }
  return mixed('head', {type: field, source}, text)
}

/** The headline with the names that were found in it. */
function headline(
  text: string,
  position: Position,
  context: TeiContext
): (Xml | string)[] {
  const parts: (Xml | string)[] = []
  const start = position.start.offset
  let at = 0
  for (const fact of holdingFacts(context.article.metadata, 'mentions')) {
    const {value, position: span} = fact
    if (!span || typeof value !== 'object' || !('name' in value) || !('id' in value))
      continue
    const from = span.start.offset - start
    const to = span.end.offset - start
    if (!value.id || from < at || to > text.length) continue
    if (from > at) parts.push(text.slice(at, from))
    const children = [text.slice(from, to)]
    const {confidence} = fact
    parts.push(
      name(
        value.id,
        {children, ...(confidence === undefined ? {} : {confidence})},
        context
      )
    )
    at = to
  }
  if (at < text.length) parts.push(text.slice(at))
  return parts
}
