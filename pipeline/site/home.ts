import type {Edition} from '../source/types.ts'
import type {Entity} from '../tree/types.ts'
import {editionTitle} from '../write/iris.ts'
import type {Output} from '../write/output.ts'
import {collectionPath, collectionTitle} from './collection-paths.ts'
import {entityPath} from './entity-paths.ts'
import {type Html, html} from './html.ts'
import {listItem} from './listing.ts'
import {languageName, nameIn} from './names.ts'
import {speechPlots, timelines} from './overview.ts'
import {document} from './shell.ts'
import {type Glance, glanceAt, largest, type Summary, summarise} from './summary.ts'
import {count, type Interface, interfaceFor, number} from './words.ts'

/** The first page: the edition in figures, its newest articles, who and what it is about. */
export const homePage: Output<Glance | null> = {
  name: 'home',
  part: ({article}) => (article ? glanceAt(article) : null),
  async *edition(parts, edition) {
    const summary = await summarise(present(parts))
    yield {path: 'index.html', bytes: render(summary, edition)}
  }
}

async function* present(parts: AsyncIterable<Glance | null>): AsyncIterable<Glance> {
  for await (const part of parts) if (part) yield part
}

function render(summary: Summary, edition: Edition): string {
  const ui = interfaceFor(edition.languages[0] ?? summary.newest[0]?.language, edition)
  const {words} = ui
  const title = editionTitle(edition, ui.tag) ?? 'warraq'
  const description = edition.description[ui.tag] ?? Object.values(edition.description)[0]
  return document({
    path: 'index.html',
    title,
    description,
    ui,
    edition,
    current: 'home',
    main: html`<div class="page home">
<header class="top"><h1>${title}</h1>${description !== undefined && html`<p class="lede">${description}</p>`}</header>
${figures(summary, ui)}
<div class="columns"><section aria-labelledby="newest"><h2 id="newest">${words.newest}</h2>
${summary.newest.length === 0 ? html`<p>${words.noArticles}</p>` : html`<ol class="articles" role="list">\n${summary.newest.map((entry) => listItem(entry, {ui, edition, root: ''}))}</ol>`}
<p class="more"><a href="collections/index.html">${words.allArticles}</a></p></section>
<div class="beside">${shelf(summary, edition, ui)}${mentioned(summary, ui)}</div></div>
${timelines(summary, ui)}${speechPlots(summary, ui)}</div>`
  })
}

function figures(summary: Summary, ui: Interface): Html {
  const {words} = ui
  const list: [string, number][] = [
    [words.articlesCount, summary.articles],
    [words.dialoguesCount, summary.conversations],
    [words.turnsTotal, summary.turns],
    [words.wordsTotal, summary.words],
    [words.speakersTotal, summary.speakers]
  ]
  return html`<dl class="figures" aria-label="${words.edition}">${list.map(([term, value]) => html`<div><dt>${term}</dt><dd>${number(value, ui)}</dd></div>`)}</dl>`
}

/** Collections and languages that are listed. */
const shelved = 24

function shelf({collections, languages}: Summary, edition: Edition, ui: Interface): Html {
  const {words} = ui
  return html`<section aria-labelledby="collections"><h2 id="collections">${words.collections}</h2>
<ul class="tally" role="list">${largest(collections, shelved).map(([id, articles]) => html`<li><a href="${collectionPath(id)}"><bdi>${collectionTitle(edition, id)}</bdi></a> <small>${number(articles, ui)}</small></li>\n`)}</ul></section>
${
  languages.size > 1 &&
  html`<section aria-labelledby="languages"><h2 id="languages">${words.languagesHeading}</h2>
<ul class="tally" role="list">${largest(languages, shelved).map(([tag, articles]) => html`<li><span>${languageName(tag, ui)}</span> <small>${number(articles, ui)}</small></li>\n`)}</ul></section>
`
}`
}

/** Of each kind, those that are mentioned most. */
const named = 8

function mentioned({entities, mentions}: Summary, ui: Interface): Html[] {
  const kinds = ['person', 'organisation', 'place'] as const
  return kinds.map((kind) => {
    const list = largest(
      [...mentions].filter(([id]) => entities.get(id)?.type === kind),
      named
    )
    if (list.length === 0) return html``
    return html`<section aria-labelledby="most-${kind}"><h2 id="most-${kind}">${ui.words[`${kind}s`]}</h2>
<ul class="tally" role="list">${list.map(([id, times]) => entityItem(entities.get(id), times, ui))}</ul></section>
`
  })
}

const entityItem = (
  entity: Entity | undefined,
  times: number,
  ui: Interface
): Html | null =>
  entity
    ? html`<li><a href="${entityPath(entity)}">${nameIn(entity, ui)}</a> <small>${count('mentions', times, ui)}</small></li>\n`
    : null
