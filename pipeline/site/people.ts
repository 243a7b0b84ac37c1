import type {Edition} from '../source/types.ts'
import type {Entity} from '../tree/types.ts'
import {catalogues, entityIri} from '../write/iris.ts'
import type {Output} from '../write/output.ts'
import {type Appearance, type EntityEntry, indexEntities} from './entity-index.ts'
import {entityPath} from './entity-paths.ts'
import {type Html, html} from './html.ts'
import {isHtmlDate} from './inline.ts'
import {document} from './shell.ts'
import {type Interface, interfaceFor, number} from './words.ts'

/** A page for each person, organisation and place of the authority file that an article refers to, and a list of them. */
export const peoplePages: Output = {
  name: 'people',
  async *edition(results, edition) {
    const entries = await indexEntities(results)
    const ui = interfaceFor(edition.languages[0])
    const shelf = {entries, ui, edition}
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

/** A name in the language of the page, where there is one. */
const nameIn = (entity: Entity, {tag}: Interface): Html => {
  const own = entity.names.find(({language}) => language.split('-')[0] === tag)
  const {value, language} = own ?? {value: entity.name, language: entity.language}
  return html`<bdi${language === tag ? null : html` lang="${language}"`}>${value}</bdi>`
}

function entityPage({entity, appearances}: EntityEntry, shelf: Shelf): string {
  const {ui, edition} = shelf
  const {words} = ui
  const sum = (field: 'turns' | 'words' | 'mentions'): number =>
    appearances.reduce((total, each) => total + each[field], 0)
  const figures: [string, number][] = [
    [words.articlesCount, appearances.length],
    [words.mentionsTotal, sum('mentions')],
    ...(sum('turns') > 0
      ? ([
          [words.turnsTotal, sum('turns')],
          [words.wordsTotal, sum('words')]
        ] satisfies [string, number][])
      : [])
  ]
  const name = nameIn(entity, ui)
  return document({
    path: entityPath(entity),
    title:
      entity.names.find(({language}) => language.split('-')[0] === ui.tag)?.value ??
      entity.name,
    ui,
    edition,
    current: 'people',
    main: html`<div class="page">
<header class="top"><p class="kicker"><span>${words[entity.type]}${entity.kind !== undefined && html` · <bdi>${entity.kind}</bdi>`}</span></p><h1>${name}</h1>${entity.occupation !== undefined && html`<p class="lede"><bdi>${entity.occupation}</bdi></p>`}</header>
<dl class="figures">${figures.map(([term, value]) => html`<div><dt>${term}</dt><dd>${number(value)}</dd></div>`)}</dl>
<section><h2>${words.names}</h2>
<ul class="names" role="list">${entity.names.map(({value, language}) => html`<li><bdi lang="${language}">${value}</bdi> <small><bdi>${languageName(language, ui)}</bdi></small></li>\n`)}</ul></section>
${company(appearances, shelf)}<section><h2>${words.articlesCount}</h2>
<ol class="articles" role="list">
${appearances.map((each) => appearanceItem(each, ui))}</ol></section>
<section><h2>${words.identifiers}</h2>
<ul class="plain" dir="ltr"><li><code>${entityIri(edition, noArticle, entity)}</code></li>${(entity.sameAs ?? []).map(({scheme, id, reviewedBy}) => html`<li><a href="${catalogues[scheme]}${id}" rel="external">${scheme}: ${id}</a> <small>${reviewedBy}</small></li>`)}</ul></section>
</div>`
  })
}

/** An entity of the authority file is the same in every article, so its address needs none. */
const noArticle = {id: ''}

const languageName = (tag: string, {tag: ui}: Interface): string =>
  new Intl.DisplayNames(ui, {type: 'language'}).of(tag) ?? tag

/** Who speaks in the same conversations. */
function company(appearances: readonly Appearance[], {entries, ui}: Shelf): Html | null {
  const others = [...new Set(appearances.flatMap((each) => each.others))].flatMap(
    (id) => entries.get(id)?.entity ?? []
  )
  if (others.length === 0) return null
  return html`<section><h2>${ui.words.spokeWith}</h2>
<ul class="names" role="list">${others.map((entity) => html`<li><a href="../../${entityPath(entity)}">${nameIn(entity, ui)}</a></li>\n`)}</ul></section>
`
}

function appearanceItem(
  {article, title, date, day, mentions, turns, words}: Appearance,
  ui: Interface
): Html {
  const when =
    date === undefined
      ? null
      : isHtmlDate(day)
        ? html`<time datetime="${day}"><bdi>${date}</bdi></time>`
        : html`<bdi>${date}</bdi>`
  const counts = [
    ...(turns > 0
      ? [
          `${ui.words.turns}: ${number(turns)}`,
          `${ui.words.wordsHeading}: ${number(words)}`
        ]
      : []),
    ...(mentions > 0 ? [`${ui.words.mentionsTotal}: ${number(mentions)}`] : [])
  ]
  return html`<li><p class="kicker">${when}${counts.map((count) => html`<span>${count}</span>`)}</p>
<h3><a href="../../articles/${article.id}/index.html"><bdi lang="${article.language}">${title}</bdi></a></h3></li>
`
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
    main: html`<div class="page">
<header class="top"><h1>${words.people}</h1></header>
${kinds.map((kind) => {
  const list = [...entries.values()].filter(({entity}) => entity.type === kind)
  return (
    list.length > 0 &&
    html`<section><h2>${words[`${kind}s`]}</h2>
<ul class="names" role="list">
${list.map(({entity, appearances}) => html`<li><a href="../${entityPath(entity)}">${nameIn(entity, ui)}</a> <small>${words.articlesCount}: ${number(appearances.length)}</small></li>\n`)}</ul></section>
`
  )
})}</div>`
  })
}
