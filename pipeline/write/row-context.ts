import type {Edition} from '../source/types.ts'
import {codePointCounter} from '../tree/code-points.ts'
import {editionId} from '../tree/id.ts'
import type {Article, Entity, Position} from '../tree/types.ts'

/** What the rows of one article are made with. */
export interface RowContext {
  readonly article: Article
  readonly edition: Edition
  /** The id of a node as it stands in the tables. */
  id(node: string): string
  /** The id of the n-th (from 1) of what has no node with an id: `mention-001`. */
  numbered(kind: string, n: number): string
  /** What is known of a person, organisation or place: the authority file's word, else the article's. */
  entity(id: string | null | undefined): Entity | undefined
  /** The name of an entity in the article's language. */
  nameOf(id: string | null): string | undefined
  /** The id of an entity as it stands in the tables: one of this article alone is marked as such. */
  entityId(entity: Entity): string
  span(position: Position): CharacterSpan
}

/** Unicode code points of the decoded source, half open. */
export interface CharacterSpan {
  readonly start_char: number
  readonly end_char: number
}

/**
 * @param scope `edition`: ids stand behind the article's slug; `article`: for the article's own
 *   files, where they stand alone
 */
export function createRowContext(
  article: Article,
  edition: Edition,
  scope: 'article' | 'edition'
): RowContext {
  const own = new Map(article.entities.map((entity) => [entity.id, entity]))
  const count = codePointCounter(article.source.astral)
  const id = scope === 'article' ? (node: string) => node : idIn(article.id)
  return {
    article,
    edition,
    id,
    numbered: (kind, n) => id(`${kind}-${String(n).padStart(3, '0')}`),
    entity: (entity) =>
      entity ? (edition.authorities.byId.get(entity) ?? own.get(entity)) : undefined,
    nameOf: (entity) => (entity === null ? undefined : own.get(entity)?.name),
    entityId: (entity) =>
      edition.authorities.byId.has(entity.id) || entity.basis === 'declared'
        ? entity.id
        : id(entity.id),
    span: ({start, end}) => ({
      start_char: count(start.offset),
      end_char: count(end.offset)
    })
  }
}

const idIn = (slug: string) => (node: string) => editionId(slug, node)
