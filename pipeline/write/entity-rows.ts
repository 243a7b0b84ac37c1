import type {RowOf, Rows} from '../tree/tables.ts'
import type {Entity, SameAs} from '../tree/types.ts'
import {sortByKey} from './key-order.ts'
import type {RowContext} from './row-context.ts'

type EntityTable = 'people' | 'organisations' | 'places' | 'names'

/** Collects what the articles of an edition name; holds one entry an entity, whatever their number. */
export interface EntityRegister {
  /** @param mentions the rows of the article's mentions */
  add(context: RowContext, mentions: readonly RowOf<'mentions'>[]): void
  rows(): Rows<EntityTable>
}

interface Entry {
  readonly id: string
  readonly entity: Entity
  /** The id of its organisation, where that is known. */
  readonly organisation: string | null
  /** Mentions by language and printed form. */
  readonly printed: Map<string, Map<string, number>>
}

/** A register without entries. */
export function createEntityRegister(): EntityRegister {
  const entries = new Map<string, Entry>()

  function include(context: RowContext, entity: Entity | undefined): string | null {
    if (!entity) return null
    const id = context.entityId(entity)
    if (entries.has(id)) return id
    const affiliation = context.entity(entity.organisation)
    const isKnown = affiliation?.type === 'organisation'
    const organisation = isKnown ? context.entityId(affiliation) : null
    entries.set(id, {id, entity, organisation, printed: new Map()})
    if (isKnown) include(context, affiliation)
    return id
  }

  return {
    add(context, mentions) {
      for (const id of referencesOf(context)) include(context, context.entity(id))
      for (const {entity_id, surface} of mentions) {
        const printed = entries.get(entity_id ?? '')?.printed
        if (printed) count(printed, context.article.language, surface)
      }
    },
    rows: () => rowsOf([...entries.values()])
  }
}

/** Every entity that a row of the article can refer to. */
function* referencesOf({article}: RowContext): Generator<string> {
  for (const entity of article.entities) yield entity.id
  const facts = [
    ...(article.metadata.publisher ?? []),
    ...article.children.flatMap((child) =>
      child.type === 'dialogue' ? (child.metadata.isBasedOn ?? []) : []
    )
  ]
  for (const {value} of facts) {
    if (typeof value !== 'object') continue
    if ('id' in value && value.id) yield value.id
    if ('publisher' in value && value.publisher?.id) yield value.publisher.id
  }
}

function count(printed: Entry['printed'], language: string, surface: string): void {
  const forms = printed.get(language) ?? new Map<string, number>()
  printed.set(language, forms.set(surface, (forms.get(surface) ?? 0) + 1))
}

function rowsOf(entries: readonly Entry[]): Rows<EntityTable> {
  const sorted = sortByKey(entries, ({id}) => id)
  const ofType = (type: Entity['type']) =>
    sorted.filter(({entity}) => entity.type === type)
  return {
    people: ofType('person').map(personRow),
    organisations: ofType('organisation').map(organisationRow),
    places: ofType('place').map(placeRow),
    names: sorted.flatMap(nameRows)
  }
}

const personRow = ({id, entity, organisation}: Entry): RowOf<'people'> => ({
  person_id: id,
  name: entity.name,
  name_lang: entity.language,
  name_latin:
    entity.names.find(({value}) => /\p{Script=Latin}/u.test(value))?.value ?? null,
  wikidata: idIn(entity, 'wikidata'),
  viaf: idIn(entity, 'viaf'),
  gender: entity.gender ?? null,
  occupation: entity.occupation ?? null,
  organisation_id: organisation
})

const organisationRow = ({id, entity}: Entry): RowOf<'organisations'> => ({
  organisation_id: id,
  name: entity.name,
  name_lang: entity.language,
  kind: entity.kind ?? null,
  wikidata: idIn(entity, 'wikidata'),
  ror: idIn(entity, 'ror')
})

const placeRow = ({id, entity}: Entry): RowOf<'places'> => ({
  place_id: id,
  name: entity.name,
  name_lang: entity.language,
  kind: entity.kind ?? null,
  country_iso3: entity.country ?? null,
  lat: entity.latitude ?? null,
  lon: entity.longitude ?? null,
  geonames: idIn(entity, 'geonames'),
  wikidata: idIn(entity, 'wikidata')
})

const idIn = (entity: Entity, scheme: SameAs['scheme']): string | null =>
  entity.sameAs?.find((same) => same.scheme === scheme)?.id ?? null

/** The names on record with their mentions, then the printed forms that are on no record. */
function nameRows({id, entity, printed}: Entry): RowOf<'names'>[] {
  const names = entity.names.map(({value, language, kind = 'variant'}) => {
    const recorded: string = kind
    return {label: value, lang: language, kind: recorded, mention_count: 0}
  })
  for (const [lang, forms] of sortByKey([...printed], ([language]) => language)) {
    for (const [label, mentions] of sortByKey([...forms], ([form]) => form)) {
      const same = names.filter((name) => name.label === label)
      const recorded = same.find((name) => name.lang === lang) ?? same[0]
      if (recorded) recorded.mention_count += mentions
      else names.push({label, lang, kind: 'printed', mention_count: mentions})
    }
  }
  return names.map((name, index) => ({
    name_id: `${id}.name-${String(index + 1).padStart(3, '0')}`,
    entity_id: id,
    entity_type: entity.type,
    ...name
  }))
}
