import {type JsonLdNode, node} from './json-ld-nodes.ts'

/** A page on the way from the first page of the edition to another. */
export interface Crumb {
  readonly name: string
  /** Absolute. */
  readonly url: string
}

/** The way to a page, the page itself last. @see https://schema.org/BreadcrumbList */
export const crumbList = (crumbs: readonly Crumb[]): JsonLdNode =>
  node({
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({name, url}, n) =>
      node({'@type': 'ListItem', position: n + 1, name, item: url})
    )
  })
