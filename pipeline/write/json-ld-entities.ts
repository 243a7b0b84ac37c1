import type {Edition} from '../source/types.ts'
import type {Article, Entity, Named} from '../tree/types.ts'
import {catalogues, entityIri} from './iris.ts'
import {type JsonLdNode, node, ref} from './json-ld-nodes.ts'

const organisationTypes: Readonly<Record<string, string>> = {
  media: 'NewsMediaOrganization',
  government: 'GovernmentOrganization',
  party: 'PoliticalParty'
}
const placeTypes: Readonly<Record<string, string>> = {
  country: 'Country',
  region: 'AdministrativeArea',
  city: 'City'
}

/** The schema.org class of an entity. */
export function entityType({type, kind = ''}: Entity): string {
  if (type === 'person') return 'Person'
  return type === 'organisation'
    ? (organisationTypes[kind] ?? 'Organization')
    : (placeTypes[kind] ?? 'Place')
}

/** The schema.org class of somebody whom an article alone names, else that which the field has. */
export const namedType = ({type, kind}: Named, otherwise: string): string =>
  type === 'organisation'
    ? (organisationTypes[kind ?? ''] ?? 'Organization')
    : type === 'person'
      ? 'Person'
      : otherwise

/** What the authority file says of an entity, names in the language of the article only. */
export function entityNode(
  entity: Entity,
  article: Article,
  edition: Edition
): JsonLdNode {
  const byId = new Map(article.entities.map((each) => [each.id, each]))
  const link = (id: string | undefined) => {
    const other = id ? byId.get(id) : undefined
    return other ? ref(entityIri(edition, article, other)) : undefined
  }
  return node({
    '@type': entityType(entity),
    '@id': entityIri(edition, article, entity),
    name: entity.name,
    alternateName: otherNames(entity),
    jobTitle: entity.type === 'person' ? entity.occupation : undefined,
    gender: entity.type === 'person' ? entity.gender : undefined,
    affiliation: entity.type === 'person' ? link(entity.organisation) : undefined,
    containedInPlace: entity.type === 'place' ? link(entity.containedIn) : undefined,
    latitude: entity.type === 'place' ? entity.latitude : undefined,
    longitude: entity.type === 'place' ? entity.longitude : undefined,
    sameAs: entity.sameAs?.map(({scheme, id}) => catalogues[scheme] + id)
  })
}

/** Its other names in the same language, each once. */
function otherNames(entity: Entity): string[] {
  const names = entity.names
    .filter((name) => name.language === entity.language && name.value !== entity.name)
    .map((name) => name.value)
  return [...new Set(names)]
}
