import type {Entity} from '../tree/types.ts'

const folders = {
  person: 'people',
  organisation: 'organisations',
  place: 'places'
} as const

/** Where the page of an entity of the authority file lies below `dist/`. */
export const entityPath = ({type, id}: Pick<Entity, 'type' | 'id'>): string =>
  `${folders[type]}/${id}/index.html`
