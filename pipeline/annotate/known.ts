import type {Authorities} from '../source/types.ts'
import type {Entity} from '../tree/types.ts'

/** Whom an article may name: those of the authority file, and the speakers that it alone knows. */
export interface Known {
  readonly listed: readonly Entity[]
  readonly local: readonly Entity[]
  byId(id: string): Entity | undefined
  /** Order of two of them: as in the authority file, those of the article behind. */
  order(a: Entity, b: Entity): number
}

/** Puts the speakers of an article beside the authority file, without a copy of that: it may be long, and articles many. */
export function knownTo({entities, byId}: Authorities, local: readonly Entity[]): Known {
  const placeOf = (entity: Entity): number => {
    const place = entities.indexOf(entity)
    return place < 0 ? entities.length + local.indexOf(entity) : place
  }
  return {
    listed: entities,
    local,
    byId: (id) => local.find((entity) => entity.id === id) ?? byId.get(id),
    order: (a, b) => placeOf(a) - placeOf(b)
  }
}
