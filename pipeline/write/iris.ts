import type {Edition} from '../source/types.ts'
import type {Article, Entity} from '../tree/types.ts'

/** Absolute identifiers: lower-case ASCII, free of build time and of the order of files. */
export const articleIri = (edition: Edition, slug: string): string =>
  `${edition.baseUrl}articles/${slug}/`
export const nodeIri = (edition: Edition, slug: string, id: string): string =>
  `${articleIri(edition, slug)}#${id}`
export const siteIri = (edition: Edition): string => `${edition.baseUrl}#site`

const folders = {person: 'person', organisation: 'org', place: 'place'} as const

/** An authority's identifier is the same in every article; a speaker known from labels belongs to one. */
export const entityIri = (
  edition: Edition,
  article: Pick<Article, 'id'>,
  entity: Pick<Entity, 'id' | 'type' | 'basis'>
): string =>
  entity.basis === 'inferred'
    ? nodeIri(edition, article.id, entity.id)
    : `${edition.baseUrl}id/${folders[entity.type]}/${entity.id}`

/** Title of the edition in a language, else the first that is given, else none. */
export function editionTitle(edition: Edition, tag: string): string | undefined {
  const subtag = tag.split('-')[0] ?? tag
  return edition.title[tag] ?? edition.title[subtag] ?? Object.values(edition.title)[0]
}

/** Addresses of entries in other catalogues. @see the URI policy of each */
export const catalogues = {
  wikidata: 'http://www.wikidata.org/entity/',
  viaf: 'http://viaf.org/viaf/',
  geonames: 'https://sws.geonames.org/',
  ror: 'https://ror.org/',
  isni: 'https://isni.org/isni/',
  orcid: 'https://orcid.org/'
} as const
