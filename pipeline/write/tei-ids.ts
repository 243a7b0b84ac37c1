import type {Edition} from '../source/types.ts'
import type {Article, Entity, Position, Source} from '../tree/types.ts'

/** What the parts of one TEI document share. */
export interface TeiContext {
  readonly article: Article
  readonly edition: Edition
  /** How much of the source's words is kept; absent where that is all. */
  readonly withheld: Source['textInData']
  /** The `xml:id` of an id of ours: itself in an article's file, `<slug>.<id>` in the corpus. */
  id(own: string): string
}

/** The context of an article, in its own file or within the corpus. */
export function teiContext(
  article: Article,
  edition: Edition,
  place: 'file' | 'corpus'
): TeiContext {
  const prefix = place === 'corpus' ? `${article.id}.` : ''
  const withheld = place === 'corpus' ? article.source.textInData : undefined
  return {article, edition, withheld, id: (own) => `${prefix}${own}`}
}

const prefixes = {person: 'person', organisation: 'org', place: 'place'} as const

/** `person.witkoff`: no id of a block has a full stop, so the two never meet. */
export const entityXmlId = (
  {id}: TeiContext,
  entity: Pick<Entity, 'id' | 'type'>
): string => id(`${prefixes[entity.type]}.${entity.id}`)

/** A pointer to an entity of the article; undefined where it has none of that id. */
export function pointTo(
  context: TeiContext,
  entityId: string | null | undefined
): string | undefined {
  const entity = context.article.entities.find((each) => each.id === entityId)
  return entity && `#${entityXmlId(context, entity)}`
}

/** Who marks what was worked out and not read: the program, as the header names it. */
export const inferredBy = (
  {id}: TeiContext,
  confidence: number | undefined
): {resp: string; cert?: number} => ({
  resp: `#${id('warraq')}`,
  ...(confidence === undefined ? {} : {cert: confidence})
})

/**
 * The lines of the source as RFC 5147 counts them, from 0, the end not included. A span that ends with a line end
 * holds nothing of the line behind it.
 */
export function sourceLines({start, end}: Position): string {
  const isBehind = end.column === 1 && end.line > start.line
  return `raw:${start.line - 1},${isBehind ? end.line - 1 : end.line}`
}
