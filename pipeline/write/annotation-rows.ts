import {isDate, isMention, isQuotation} from '../tree/guards.ts'
import type {RowOf} from '../tree/tables.ts'
import {plainText} from '../tree/text.ts'
import type {DateExpression, Position, Quotation} from '../tree/types.ts'
import {daysOf} from './edtf-days.ts'
import type {PrintedBlock} from './printed-blocks.ts'
import type {RowContext} from './row-context.ts'

/** A mention, wherever the tree keeps it. */
interface Naming {
  readonly entity: string
  readonly surface: string
  readonly position: Position
  readonly rule: string
  readonly confidence: number
  readonly block: PrintedBlock
}

/** The rows of the mentions of an article, those in its masthead included. */
export function mentionRows(
  context: RowContext,
  blocks: readonly PrintedBlock[]
): RowOf<'mentions'>[] {
  const namings = blocks.flatMap((block) =>
    block.fact ? namingsInMasthead(context, block) : namingsIn(block)
  )
  return namings.flatMap((naming, index) => {
    const entity = context.entity(naming.entity)
    if (!entity) return []
    return {
      mention_id: context.numbered('mention', index + 1),
      article_id: context.article.id,
      ...placeOf(context, naming.block),
      entity_id: context.entityId(entity),
      entity_type: entity.type,
      surface: naming.surface,
      ...context.span(naming.position),
      method: naming.rule,
      confidence: naming.confidence
    }
  })
}

const namingsIn = (block: PrintedBlock): Naming[] =>
  block.nodes
    .filter(isMention)
    .map((mention) => ({...mention, surface: plainText(mention.children), block}))

/** Names within a line of the masthead, which has no inline nodes: they are facts of the article. */
function namingsInMasthead(context: RowContext, block: PrintedBlock): Naming[] {
  const namings: Naming[] = []
  const {start, end} = block.position
  // Where the source writes a character as a reference, places do not count in the text.
  if (block.text.length !== end.offset - start.offset) return []
  for (const fact of context.article.metadata.mentions ?? []) {
    const {value, position, rule, confidence = 1} = fact
    const entity = typeof value === 'object' && 'id' in value ? value.id : undefined
    if (!entity || !position) continue
    if (position.start.offset < start.offset || position.end.offset > end.offset) continue
    const surface = block.text.slice(
      position.start.offset - start.offset,
      position.end.offset - start.offset
    )
    namings.push({entity, surface, position, rule, confidence, block})
  }
  return namings.sort(
    (one, other) => one.position.start.offset - other.position.start.offset
  )
}

const placeOf = (context: RowContext, {id, turn}: PrintedBlock) => ({
  paragraph_id: id === null ? null : context.id(id),
  turn_id: turn ? context.id(turn.id) : null
})

/** The rows of the dates of an article, that of its masthead included. */
export const dateRows = (
  context: RowContext,
  blocks: readonly PrintedBlock[]
): RowOf<'dates'>[] =>
  blocks
    .flatMap((block) => mastheadDate(block) ?? block.nodes.filter(isDate))
    .map((date, index) => {
      const {value, basis, rule, calendar = 'gregorian', position} = date
      return {
        date_id: context.numbered('date', index + 1),
        article_id: context.article.id,
        surface: plainText(date.children),
        edtf: value,
        ...daysOf(value),
        calendar,
        certainty: basis === 'stated' ? 'explicit' : 'inferred',
        inferred_from: basis === 'stated' ? null : rule,
        ...context.span(position)
      }
    })

/** The date line of the masthead, in the shape of a date in the text. */
function mastheadDate({
  kind,
  fact,
  text,
  position
}: PrintedBlock): DateExpression | undefined {
  if (!fact || kind !== 'dateline' || typeof fact.value !== 'string') return undefined
  const basis = fact.basis === 'stated' ? 'stated' : 'inferred'
  const children = [{type: 'text' as const, value: text, position}]
  return {type: 'date', value: fact.value, basis, rule: fact.rule, children, position}
}

/** The rows of the quotations of an article. */
export const quotationRows = (
  context: RowContext,
  blocks: readonly PrintedBlock[]
): RowOf<'quotations'>[] =>
  blocks
    .flatMap((block) =>
      block.nodes.filter(isQuotation).map((quotation) => ({quotation, block}))
    )
    .map(({quotation, block}, index) => {
      const person = context.entity(quotation.speaker)
      return {
        quotation_id: context.numbered('quotation', index + 1),
        article_id: context.article.id,
        ...placeOf(context, block),
        person_id: person?.type === 'person' ? context.entityId(person) : null,
        kind: quotation.kind,
        ...wordsBetweenMarks(context, quotation),
        cue: quotation.cue ?? null
      }
    })

const marks = /^\p{Quotation_Mark}?\s*|\s*\p{Quotation_Mark}?$/gu

function wordsBetweenMarks(context: RowContext, quotation: Quotation) {
  const printed = plainText(quotation.children)
  const [before = '', after = ''] = printed.match(marks) ?? []
  const text = printed.slice(before.length, printed.length - after.length)
  const {start, end} = quotation.position
  const position = {
    start: {...start, offset: start.offset + before.length},
    end: {...end, offset: end.offset - after.length}
  }
  return text
    ? {text, ...context.span(position)}
    : {text: printed, ...context.span({start, end})}
}
