import type {Edition} from '../source/types.ts'
import {type Crumb, crumbList} from '../write/json-ld-crumbs.ts'
import {escapeForScript} from '../write/json-ld-nodes.ts'
import {collectionPath, collectionTitle} from './collection-paths.ts'
import {type Html, html, jsonScript} from './html.ts'
import type {Interface} from './words.ts'

/** A page that another one lies below, or that page itself. */
export interface Step {
  readonly name: string
  /** Below `dist/`. */
  readonly path: string
}

/** The way to a collection: the list of all of them, and its own page. */
export const collectionSteps = (
  id: string,
  {words}: Interface,
  edition: Edition
): readonly Step[] => [
  {name: words.collections, path: 'collections/index.html'},
  {name: collectionTitle(edition, id), path: collectionPath(id)}
]

/** The address of a page on the web: its folder. */
export const canonical = ({baseUrl}: Edition, path: string): string =>
  `${baseUrl}${path.replace(/index\.html$/u, '')}`

/** The steps with their addresses on the web. */
export const crumbsOf = (steps: readonly Step[], edition: Edition): Crumb[] =>
  steps.map(({name, path}) => ({name, url: canonical(edition, path)}))

/** The way from the first page to this one, which stands last. @param root the way to the root of the edition */
export const trail = (
  steps: readonly Step[],
  root: string,
  {words}: Interface
): Html => html`<nav class="crumbs" aria-label="${words.crumbs}"><ol>${steps.map(
  ({name, path}, n) =>
    n === steps.length - 1
      ? html`<li><bdi aria-current="page">${name}</bdi></li>`
      : html`<li><a href="${root}${path}"><bdi>${name}</bdi></a></li>`
)}</ol></nav>
`

/** The same for search engines. */
export const trailData = (steps: readonly Step[], edition: Edition): Html => {
  const list = {'@context': 'https://schema.org', ...crumbList(crumbsOf(steps, edition))}
  const data = escapeForScript(JSON.stringify(list))
  return html`${jsonScript('application/ld+json', data)}
`
}
