import type {Report} from '../diagnostics/report.ts'
import {duplicateId, unknownReference} from '../diagnostics/source-rules.ts'
import type {AuthoritiesFile, Entity, Name} from '../tree/types.ts'
import type {Authorities} from './types.ts'
import type {Place} from './yaml-file.ts'

export const noAuthorities: Authorities = {entities: [], byId: new Map()}

/** The lists of an authority file and what they hold. */
const lists = {people: 'person', organisations: 'organisation', places: 'place'} as const

/**
 * Indexes an authority file; the first of two entities with one id stays. Reports `source/duplicate-id` and
 * `source/unknown-reference`, each at its place.
 */
export function indexAuthorities(
  data: AuthoritiesFile,
  {file, place}: {file: string; place: Place},
  report: Report
): Authorities {
  const byId = new Map<string, Entity>()
  const kept: {entity: Entity; keys: readonly (string | number)[]}[] = []
  for (const list of ['people', 'organisations', 'places'] as const)
    for (const [n, entry] of (data[list] ?? []).entries()) {
      const keys = [list, n]
      const {id} = entry
      if (byId.has(id)) {
        report(duplicateId, {id}, {file, position: place([...keys, 'id'])})
        continue
      }
      const entity = toEntity(lists[list], entry)
      byId.set(id, entity)
      kept.push({entity, keys})
    }
  for (const {entity, keys} of kept) {
    for (const field of ['organisation', 'containedIn'] as const) {
      const id = entity[field]
      if (!id || byId.has(id)) continue
      const position = place([...keys, field])
      report(unknownReference, {id, field, owner: entity.id}, {file, position})
      delete entity[field]
    }
  }
  return {entities: [...byId.values()], byId}
}

type Entry = NonNullable<
  AuthoritiesFile['people'] | AuthoritiesFile['organisations'] | AuthoritiesFile['places']
>[number]

function toEntity(
  type: Entity['type'],
  {names, because: _because, ...entry}: Entry
): Entity {
  const list = Object.entries(names).flatMap(([language, given]) =>
    [given]
      .flat()
      .map(
        (value, n): Name => ({value, language, kind: n === 0 ? 'preferred' : 'variant'})
      )
  )
  const first = list[0]
  return {
    ...entry,
    type,
    name: first?.value ?? entry.id,
    language: first?.language ?? 'und',
    names: list,
    basis: 'declared',
    rule: 'source/authorities'
  }
}
