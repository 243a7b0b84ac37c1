import type {Edition} from '../source/types.ts'

/** Where the page of a collection lies below `dist/`. @param page from 1 */
export const collectionPath = (id: string, page = 1): string =>
  `collections/${id}/${page === 1 ? 'index.html' : `page-${page}.html`}`

/** The title of a collection as declared, else its folder. */
export const collectionTitle = ({collections}: Edition, id: string): string =>
  collections.find((each) => each.id === id)?.title ?? id
