import type {Edition} from '../source/types.ts'
import type {OutputFile} from '../write/output.ts'
import {collectionTitle} from './collection-paths.ts'
import {entityPath} from './entity-paths.ts'
import {type Html, html} from './html.ts'
import {facetLetters} from './search-entries.ts'
import type {Overview} from './search-overview.ts'
import type {ReaderTerm} from './search-terms.ts'
import {type SearchWords, searchWordsIn} from './search-words.ts'
import {document} from './shell.ts'
import {editionInterface, type Interface} from './words.ts'

/** People that the field of speakers offers, at most; others are found by their names. */
const mostPeople = 200

/** The page that searches; without scripts it is an index of names and words. */
export function* searchPage(
  terms: readonly ReaderTerm[],
  overview: Overview,
  edition: Edition
): Generator<OutputFile> {
  const ui = editionInterface(edition)
  const words = searchWordsIn(ui.tag)
  yield {
    path: 'search/index.html',
    bytes: document({
      path: 'search/index.html',
      title: words.title,
      ui,
      edition,
      current: 'search',
      above: [],
      head: html`<script defer src="../assets/search.js"></script>\n`,
      main: html`<div class="page search">
<header class="top"><h1>${words.title}</h1></header>
${form(overview, edition, ui, words)}
<p id="search-people" class="act" hidden></p>
<p id="search-status" role="status"></p>
<ol id="search-results" class="articles" role="list"></ol>
<p class="act"><button type="button" id="search-more" hidden>${words.more}</button></p>
${index(terms, overview, edition, ui)}
</div>`
    })
  }
}

function form(
  {facets, people}: Overview,
  edition: Edition,
  ui: Interface,
  words: SearchWords
): Html {
  const valuesOf = (letter: string): string[] =>
    [...facets.keys()]
      .filter((key) => key.startsWith(letter))
      .map((key) => key.slice(1))
      .sort()
  const languages = new Intl.DisplayNames(ui.tag, {type: 'language'})
  const speakers = valuesOf(facetLetters.person)
    .filter((id) => edition.authorities.byId.has(id))
    .sort((a, b) => (facets.get(`P${b}`) ?? 0) - (facets.get(`P${a}`) ?? 0))
    .slice(0, mostPeople)
  const choices: Choice[] = [
    {
      name: 'person',
      values: speakers,
      label: (id) => nameIn(id, edition, ui) ?? people.get(id)?.[0] ?? id
    },
    {
      name: 'collection',
      values: valuesOf(facetLetters.collection),
      label: (id) => collectionTitle(edition, id)
    },
    {name: 'year', values: valuesOf(facetLetters.year).reverse(), label: (year) => year},
    {
      name: 'language',
      values: valuesOf(facetLetters.language),
      label: (tag) => languages.of(tag) ?? tag
    },
    {
      name: 'kind',
      values: valuesOf(facetLetters.kind),
      label: (kind) => (kind === 'dialogue' ? words.dialogue : words.narrative)
    }
  ]
  const {results, atLeast, none, some, failed, saidBy} = words
  return html`<form id="search-form" role="search" data-results="${results}" data-at-least="${atLeast}" data-none="${none}" data-some="${some}" data-failed="${failed}" data-said-by="${saidBy}" hidden>
<p class="ask"><label for="q">${words.label}</label> <input id="q" name="q" type="search" autocomplete="off" dir="auto"> <button type="submit">${words.submit}</button></p>
<p class="facets">${choices.map((choice) => html`${select(choice, words)}\n`)}</p>
</form>`
}

/** A facet that can be chosen: its values, and how they are shown. */
interface Choice {
  readonly name: 'person' | 'collection' | 'year' | 'language' | 'kind'
  readonly values: readonly string[]
  label(value: string): string
}

function nameIn(
  id: string,
  {authorities}: Edition,
  {tag}: Interface
): string | undefined {
  const entity = authorities.byId.get(id)
  return (
    entity?.names.find(({language}) => language.split('-')[0] === tag)?.value ??
    entity?.name
  )
}

/** A facet with a single value narrows nothing. */
const select = ({name, values, label}: Choice, words: SearchWords): Html =>
  html`<label${values.length < 2 && html` hidden`}>${words[name]} <select name="${name}" data-letter="${facetLetters[name]}"><option value="">${words.any}</option>${values.map((value) => html`<option value="${value}">${label(value)}</option>`)}</select></label>`

function index(
  terms: readonly ReaderTerm[],
  {people}: Overview,
  edition: Edition,
  ui: Interface
): Html {
  const words = searchWordsIn(ui.tag)
  const collator = new Intl.Collator(ui.tag)
  const named = [...people.keys()]
    .flatMap((id) => edition.authorities.byId.get(id) ?? [])
    .map((entity) => ({entity, name: nameIn(entity.id, edition, ui) ?? entity.name}))
    .sort(
      (a, b) => collator.compare(a.name, b.name) || (a.entity.id < b.entity.id ? -1 : 1)
    )
    .slice(0, mostPeople)
  const sorted = [...terms].sort(
    (a, b) => collator.compare(a.printed, b.printed) || (a.printed < b.printed ? -1 : 1)
  )
  return html`<section id="search-index" aria-labelledby="search-index-heading"><h2 id="search-index-heading">${words.index}</h2>
<p class="fix">${words.indexNote}</p>
<ul class="names" role="list">
${named.map(({entity, name}) => html`<li><a href="../${entityPath(entity)}"><bdi>${name}</bdi></a></li>\n`)}</ul>
${
  sorted.length > 0 &&
  html`<h3>${words.terms}</h3>
<dl class="terms">
${sorted.map(({printed, places}) => html`<div><dt><bdi>${printed}</bdi></dt>${places.map(({slug, title, language, anchor}) => html`<dd><a href="../articles/${slug}/index.html#${anchor}"><bdi lang="${language}">${title}</bdi> <bdi dir="ltr">#${anchor}</bdi></a></dd>`)}</div>\n`)}</dl>`
}
</section>`
}
