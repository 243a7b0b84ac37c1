import type {Edition} from '../source/types.ts'
import type {Output} from '../write/output.ts'
import {
  type AppearancePart,
  appearancesIn,
  type EntityEntry,
  indexEntities
} from './entity-index.ts'
import {entityPage} from './entity-page.ts'
import {entityPath} from './entity-paths.ts'
import {html} from './html.ts'
import {nameIn} from './names.ts'
import {document} from './shell.ts'
import {count, editionInterface, type Interface} from './words.ts'

/** A page for each person, organisation and place of the authority file that an article refers to, and a list of them. */
export const peoplePages: Output<AppearancePart | null> = {
  name: 'people',
  part: ({article}) => article && appearancesIn(article),
  async *edition(parts, edition) {
    const entries = await indexEntities(parts)
    const shelf = {entries, ui: editionInterface(edition), edition}
    for (const entry of entries.values())
      yield {path: entityPath(entry.entity), bytes: entityPage(entry, shelf)}
    yield {path: 'people/index.html', bytes: listPage(shelf)}
  }
}

interface Shelf {
  readonly entries: ReadonlyMap<string, EntityEntry>
  readonly ui: Interface
  readonly edition: Edition
}

function listPage({entries, ui, edition}: Shelf): string {
  const {words} = ui
  const kinds = ['person', 'organisation', 'place'] as const
  return document({
    path: 'people/index.html',
    title: words.people,
    ui,
    edition,
    current: 'people',
    above: [],
    main: html`<div class="page">
<header class="top"><h1>${words.people}</h1></header>
${kinds.map((kind) => {
  const list = [...entries.values()]
    .filter(({entity}) => entity.type === kind)
    .sort((a, b) => b.articles - a.articles)
  return (
    list.length > 0 &&
    html`<section aria-labelledby="${kind}s"><h2 id="${kind}s">${words[`${kind}s`]}</h2>
<ul class="tally in-columns" role="list">
${list.map(({entity, articles}) => html`<li><a href="../${entityPath(entity)}">${nameIn(entity, ui)}</a> <small>${count('articles', articles, ui)}</small></li>\n`)}</ul></section>
`
  )
})}</div>`
  })
}
