import type {Report} from '../diagnostics/report.ts'
import {duplicateId, unknownReference} from '../diagnostics/source-rules.ts'
import type {AuthoritiesFile, Entity, Name} from '../tree/types.ts'
import type {Authorities} from './types.ts'

export const noAuthorities: Authorities = {entities: [], byId: new Map()}

/** Indexes an authority file; the first of two entities with one id stays, with a message. */
export function indexAuthorities(
  file: AuthoritiesFile,
  path: string,
  report: Report
): Authorities {
  const byId = new Map<string, Entity>()
  const all: Entity[] = [
    ...(file.people ?? []).map((entry) => toEntity('person', entry)),
    ...(file.organisations ?? []).map((entry) => toEntity('organisation', entry)),
    ...(file.places ?? []).map((entry) => toEntity('place', entry))
  ]
  for (const entity of all) {
    if (byId.has(entity.id)) report(duplicateId, {id: entity.id}, {file: path})
    else byId.set(entity.id, entity)
  }
  for (const entity of byId.values()) {
    for (const field of ['organisation', 'containedIn'] as const) {
      const id = entity[field]
      if (id && !byId.has(id)) {
        report(unknownReference, {id, field, owner: entity.id}, {file: path})
        delete entity[field]
      }
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
