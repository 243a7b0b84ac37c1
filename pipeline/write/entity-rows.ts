import type {Authorities} from '../source/types.ts'
import type {RowOf, Rows} from '../tree/tables.ts'
import type {Entity, SameAs} from '../tree/types.ts'
import {sortByKey} from './key-order.ts'
import type {RowContext} from './row-context.ts'

type EntityTable = 'people' | 'organisations' | 'places' | 'names'

/**
 * An entity that rows of an article can refer to: the id of one of the authority file, which says what holds of
 * it; another with all that the article knows.
 */
export type NamedEntity = string | Omit<Entry, 'printed'>

interface Entry {
  readonly id: string
  readonly entity: Entity
  /** The id of its organisation, where that is known. */
  readonly organisation: string | null
  /** Mentions by language and printed form. */
  readonly printed: Map<string, Map<string, number>>
}

/** Everybody and everything that a row of the article can refer to, with their organisations. */
export function namedEntities(context: RowContext): NamedEntity[] {
  const {byId} = context.edition.authorities
  const named = new Map<string, NamedEntity>()
  const include = (entity: Entity | undefined): void => {
    if (!entity) return
    const id = context.entityId(entity)
    if (named.has(id)) return
    const affiliation = context.entity(entity.organisation)
    const isKnown = affiliation?.type === 'organisation'
    const organisation = isKnown ? context.entityId(affiliation) : null
    named.set(id, byId.has(id) ? id : {id, entity, organisation})
    if (isKnown) include(affiliation)
  }
  for (const id of referencesOf(context)) include(context.entity(id))
  return [...named.values()]
}

/** What articles name: whom, and how often in which language and form. */
export interface Naming {
  readonly named: readonly NamedEntity[]
  readonly printed: readonly PrintedForm[]
}

type PrintedForm = readonly [id: string, language: string, form: string, mentions: number]

/** Takes together what articles name; holds one entry an entity, whatever their number. */
export interface NamingTally {
  /** @param mentions the rows of the article's mentions */
  add(
    named: readonly NamedEntity[],
    language: string,
    mentions: readonly RowOf<'mentions'>[]
  ): void
  /** Empties it. */
  take(): Naming
}

/** A tally without entries. */
export function createNamingTally(): NamingTally {
  let named = new Map<string, NamedEntity>()
  let printed = new Map<string, [string, string, string, number]>()
  return {
    add(some, language, mentions) {
      for (const each of some) {
        const id = typeof each === 'string' ? each : each.id
        if (!named.has(id)) named.set(id, each)
      }
      for (const {entity_id, surface} of mentions) {
        if (entity_id === null) continue
        const key = `${entity_id}\t${language}\t${surface}`
        const known = printed.get(key)
        if (known) known[3]++
        else printed.set(key, [entity_id, language, surface, 1])
      }
    },
    take() {
      const naming = {named: [...named.values()], printed: [...printed.values()]}
      named = new Map()
      printed = new Map()
      return naming
    }
  }
}

/** Collects what the articles of an edition name. */
export interface EntityRegister {
  add(naming: Naming): void
  rows(): Rows<EntityTable>
}

/** A register without entries. */
export function createEntityRegister({byId}: Authorities): EntityRegister {
  const entries = new Map<string, Entry>()

  function includeKnown(id: string): void {
    const entity = byId.get(id)
    if (!entity || entries.has(id)) return
    const affiliation = byId.get(entity.organisation ?? '')
    const organisation = affiliation?.type === 'organisation' ? affiliation.id : null
    entries.set(id, {id, entity, organisation, printed: new Map()})
    if (organisation !== null) includeKnown(organisation)
  }

  return {
    add({named, printed}) {
      for (const each of named) {
        if (typeof each === 'string') includeKnown(each)
        else if (!entries.has(each.id))
          entries.set(each.id, {...each, printed: new Map()})
      }
      for (const [id, language, form, mentions] of printed) {
        const entry = entries.get(id)
        if (entry) count(entry.printed, language, form, mentions)
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

function count(
  printed: Entry['printed'],
  language: string,
  form: string,
  mentions: number
): void {
  const forms = printed.get(language) ?? new Map<string, number>()
  printed.set(language, forms.set(form, (forms.get(form) ?? 0) + mentions))
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
