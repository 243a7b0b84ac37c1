import {minutesAhead, printOffset} from '../language/time-zones.ts'
import {stringOf} from '../tree/facts.ts'
import type {RowOf} from '../tree/tables.ts'
import type {Article} from '../tree/types.ts'
import {turns} from '../tree/walk.ts'
import type {PrintedBlock} from './printed-blocks.ts'
import type {RowContext} from './row-context.ts'

/** The row of an article. @param blocks its printed blocks */
export function articleRow(
  context: RowContext,
  blocks: readonly PrintedBlock[]
): RowOf<'articles'> {
  const {article, edition} = context
  const {metadata} = article
  const body = blocks.filter((block) => !block.fact)
  const published = blocks.find((block) =>
    metadata.datePublished?.some((fact) => fact === block.fact)
  )
  return {
    article_id: article.id,
    source_id: article.id,
    headline: stringOf(metadata, 'headline') ?? null,
    subheadline: stringOf(metadata, 'alternativeHeadline') ?? null,
    publisher_id: publisherId(context),
    lang: article.language,
    dir: article.dir,
    published_text: published?.text ?? null,
    ...publication(context),
    paragraph_count: body.filter((block) => block.id?.startsWith('p-')).length,
    turn_count: turns(article).length,
    word_count: sum(body, (block) => block.words),
    char_count: sum(body, (block) => lengthInCodePoints(block.text)),
    licence: stringOf(metadata, 'license') ?? null,
    url: `${edition.baseUrl}articles/${article.id}/`
  }
}

function publisherId(context: RowContext): string | null {
  const value = context.article.metadata.publisher?.[0]?.value
  const id = typeof value === 'object' && 'id' in value ? value.id : undefined
  const publisher = context.entity(id)
  return publisher?.type === 'organisation' ? context.entityId(publisher) : null
}

const localTime = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)?$/

/** The time as the clock showed it, and the declared zone if the time was read in it. */
function publication(
  context: RowContext
): Pick<RowOf<'articles'>, 'published_local' | 'published_tz'> {
  const value = stringOf(context.article.metadata, 'datePublished') ?? ''
  const [, minutes, seconds = ':00', offset] = localTime.exec(value) ?? []
  if (!minutes) return {published_local: null, published_tz: null}
  const zone = offset && declaredZone(context)
  const isInZone = zone && offsetIn(zone, value) === offset.replace('Z', '+00:00')
  return {published_local: minutes + seconds, published_tz: isInZone ? zone : null}
}

const declaredZone = ({article, edition}: RowContext): string | undefined =>
  edition.collections.find(({id}) => id === article.collection)?.timeZone

/** The offset of a zone at an instant: `+02:00`. */
function offsetIn(timeZone: string, instant: string): string | undefined {
  const minutes = minutesAhead(timeZone, Date.parse(instant))
  return minutes === undefined ? undefined : printOffset(minutes)
}

/** Unicode code points of a text. */
export function lengthInCodePoints(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}

/** The lines a node stands on, inclusive. */
export const linesOf = ({position}: {position: Article['position']}) => ({
  start_line: position.start.line,
  end_line: position.end.line
})

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  let total = 0
  for (const item of items) total += of(item)
  return total
}
