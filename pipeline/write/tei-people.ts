import {factOf, stringOf} from '../tree/facts.ts'
import type {Dialogue, Entity, SameAs} from '../tree/types.ts'
import {dialogues} from '../tree/walk.ts'
import {catalogues} from './iris.ts'
import {dateAttributes} from './tei-dates.ts'
import {
  entityXmlId,
  inferredBy,
  pointTo,
  sourceLines,
  type TeiContext
} from './tei-ids.ts'
import {type Xml, xml} from './xml.ts'

/** Who takes part and who is spoken of; null where nobody is. */
export function participants(context: TeiContext): Xml | null {
  const {entities} = context.article
  const speaking = new Set(
    dialogues(context.article).flatMap((each) => each.participants)
  )
  const people = entities.filter((entity) => entity.type === 'person')
  const lists = [
    list(
      'speakers',
      people.filter((entity) => speaking.has(entity.id)),
      context
    ),
    list(
      'mentioned',
      people.filter((entity) => !speaking.has(entity.id)),
      context
    ),
    organisations(
      entities.filter((entity) => entity.type === 'organisation'),
      speaking,
      context
    )
  ]
  return lists.some(Boolean) ? xml('particDesc', {}, ...lists) : null
}

function list(
  type: 'speakers' | 'mentioned',
  people: readonly Entity[],
  context: TeiContext
): Xml | null {
  if (people.length === 0) return null
  return xml(
    'listPerson',
    {type},
    people.map((person) =>
      xml(
        'person',
        {
          'xml:id': entityXmlId(context, person),
          role: type === 'speakers' ? 'speaker' : undefined,
          ...(person.basis === 'inferred' ? inferredBy(context, undefined) : {})
        },
        names('persName', person),
        person.occupation !== undefined && xml('occupation', {}, person.occupation),
        identifiers(person.sameAs)
      )
    )
  )
}

function organisations(
  entities: readonly Entity[],
  speaking: ReadonlySet<string>,
  context: TeiContext
): Xml | null {
  if (entities.length === 0) return null
  return xml(
    'listOrg',
    {},
    entities.map((entity) =>
      xml(
        'org',
        {
          'xml:id': entityXmlId(context, entity),
          type: entity.kind,
          role: speaking.has(entity.id) ? 'speaker' : undefined
        },
        names('orgName', entity),
        identifiers(entity.sameAs)
      )
    )
  )
}

const names = (element: string, entity: Entity): Xml[] =>
  entity.names.map((each, n) =>
    xml(
      element,
      {'xml:lang': each.language, type: n === 0 ? 'main' : (each.kind ?? 'variant')},
      each.value
    )
  )

const identifiers = (sameAs: readonly SameAs[] = []): Xml[] =>
  sameAs.map(({scheme, id}) => xml('idno', {type: scheme}, `${catalogues[scheme]}${id}`))

/** When and how the conversations were held, and the places spoken of; null where neither is known. */
export function setting(context: TeiContext): Xml | null {
  const settings = dialogues(context.article).flatMap(
    (dialogue) => settingOf(dialogue, context) ?? []
  )
  const places = context.article.entities.filter((entity) => entity.type === 'place')
  if (settings.length === 0 && places.length === 0) return null
  return xml(
    'settingDesc',
    {},
    ...settings,
    places.length > 0 &&
      xml(
        'listPlace',
        {},
        places.map((place) => placeOf(place, context))
      )
  )
}

function settingOf(dialogue: Dialogue, context: TeiContext): Xml | null {
  const who = dialogue.participants.flatMap((id) => pointTo(context, id) ?? [])
  const fact = factOf(dialogue.metadata, 'startDate')
  const day = stringOf(dialogue.metadata, 'startDate')
  const activity = stringOf(dialogue.metadata, 'name')
  if (who.length === 0 && !day && !activity) return null
  const inferred = fact?.basis === 'inferred' ? inferredBy(context, fact.confidence) : {}
  return xml(
    'setting',
    {who: who.length > 0 ? who.join(' ') : undefined},
    fact && day !== undefined
      ? xml(
          'date',
          {
            ...dateAttributes(day, `#${context.id('edtf')}`),
            ...inferred,
            source: fact.position && sourceLines(fact.position)
          },
          day
        )
      : null,
    xml('activity', {}, activity ?? dialogue.kind)
  )
}

function placeOf(place: Entity, context: TeiContext): Xml {
  const {latitude, longitude} = place
  return xml(
    'place',
    {'xml:id': entityXmlId(context, place), type: place.kind},
    names('placeName', place),
    latitude !== undefined &&
      longitude !== undefined &&
      xml('location', {}, xml('geo', {}, `${latitude} ${longitude}`)),
    identifiers(place.sameAs)
  )
}
