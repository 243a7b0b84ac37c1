import type {Edition} from '../source/types.ts'
import type {Entity, Name} from '../tree/types.ts'
import {catalogues, entityIri} from '../write/iris.ts'
import type {Appearance, EntityEntry} from './entity-index.ts'
import {entityPath} from './entity-paths.ts'
import {type Html, html} from './html.ts'
import {listItem} from './listing.ts'
import {languageName, nameFor, nameIn} from './names.ts'
import {barPlot} from './plots.ts'
import {document} from './shell.ts'
import {largest} from './summary.ts'
import {count, fill, type Interface, number} from './words.ts'

interface Shelf {
  readonly entries: ReadonlyMap<string, EntityEntry>
  readonly ui: Interface
  readonly edition: Edition
}

/** The page of a person, an organisation or a place: names, articles, turns, with whom. */
export function entityPage(entry: EntityEntry, shelf: Shelf): string {
  const {entity, articles, newest} = entry
  const {ui, edition} = shelf
  const {words} = ui
  const {value, language} = nameFor(entity, ui)
  return document({
    path: entityPath(entity),
    title: value,
    ui,
    edition,
    current: 'people',
    above: [{name: words.people, path: 'people/index.html'}],
    main: html`<div class="page">
<header class="top"><p class="kicker"><span>${words[entity.type]}</span>${entity.kind !== undefined && html`<span>${kindOf(entity.kind, ui)}</span>`}${belonging(entity, shelf)}</p><h1><bdi lang="${language}">${value}</bdi></h1>${entity.occupation !== undefined && html`<p class="lede"><bdi>${entity.occupation}</bdi></p>`}</header>
${figures(entry, ui)}
<div class="columns"><section aria-labelledby="articles"><h2 id="articles">${words.articlesCount}</h2>
<ol class="articles" role="list">
${newest.map((each) => listItem(each.entry, {ui, edition, root: '../../', more: countsOf(each, ui)}))}</ol>
${articles > newest.length && html`<p class="more"><a href="../../data/index.html#mentions">${count('more', articles - newest.length, ui)}</a></p>`}</section>
<div class="beside">${company(entry, shelf)}${spellings(entity.names, ui)}${place(entity, ui)}${identifiers(entity, edition, ui)}</div></div>
</div>`
  })
}

/** The kinds of the authority file, in the language of the page. */
function kindOf(kind: string, {words}: Interface): string {
  const kinds: Readonly<Record<string, string>> = {
    media: words.media,
    government: words.government,
    party: words.party,
    country: words.country,
    region: words.region,
    city: words.city,
    building: words.building
  }
  return kinds[kind] ?? words.otherKind
}

/** The organisation of a person, the place that a place lies in. */
function belonging(
  {organisation, containedIn}: Entity,
  {entries, edition, ui}: Shelf
): Html | null {
  const id = organisation ?? containedIn
  if (id === undefined) return null
  const page = entries.get(id)?.entity
  const known = page ?? edition.authorities.byId.get(id)
  if (!known) return null
  const name = nameIn(known, ui)
  return html`<span>${page ? html`<a href="../../${entityPath(page)}">${name}</a>` : name}</span>`
}

function figures({articles, totals}: EntityEntry, ui: Interface): Html {
  const {words} = ui
  const list: [string, number][] = [
    [words.articlesCount, articles],
    [words.mentionsTotal, totals.mentions],
    ...(totals.turns > 0
      ? ([
          [words.turnsTotal, totals.turns],
          [words.wordsTotal, totals.words]
        ] satisfies [string, number][])
      : [])
  ]
  return html`<dl class="figures">${list.map(([term, value]) => html`<div><dt>${term}</dt><dd>${number(value, ui)}</dd></div>`)}</dl>`
}

const countsOf = ({turns, words, mentions}: Appearance, ui: Interface): string[] => [
  ...(turns > 0 ? [count('turns', turns, ui), count('words', words, ui)] : []),
  ...(mentions > 0 ? [count('mentions', mentions, ui)] : [])
]

/** Who speaks in the same conversations, and how many turns those have of the two. */
function company({others}: EntityEntry, {entries, ui}: Shelf): Html | null {
  const together = [...others].filter(([id]) => entries.has(id))
  const list = largest(together, 24)
  const most = list[0]?.[1] ?? 1
  if (list.length === 0) return null
  const {words} = ui
  return html`<section aria-labelledby="company"><h2 id="company">${words.spokeWith}</h2>
<table class="bars"><thead class="vh"><tr><th scope="col">${words.speaker}</th><th scope="col">${words.turnsTogether}</th></tr></thead><tbody>${list.map(
    ([id, turns]) => {
      const entity = entries.get(id)?.entity
      return (
        entity &&
        html`<tr><th scope="row"><a href="../../${entityPath(entity)}">${nameIn(entity, ui)}</a></th><td class="wide">${barPlot(turns / most, ui.dir)}<span>${number(turns, ui)}</span></td></tr>\n`
      )
    }
  )}</tbody></table><p class="tip">${words.turnsTogether}</p></section>
`
}

/** Every spelling on record, the preferred one first; languages that spell alike share a row. */
function spellings(names: readonly Name[], ui: Interface): Html {
  const rows = new Map<string, {tags: string[]; values: string[]}>()
  for (const tag of new Set(names.map(({language}) => language))) {
    const values = names.filter(({language}) => language === tag).map(({value}) => value)
    const key = values.join('\n')
    rows.set(key, {tags: [...(rows.get(key)?.tags ?? []), tag], values})
  }
  const list = (tags: readonly string[]): Html[] =>
    tags.map((tag, n) => html`${n > 0 && ' · '}${languageName(tag, ui)}`)
  return html`<section aria-labelledby="names"><h2 id="names">${ui.words.names}</h2>
<dl class="spellings">${[...rows.values()].map(({tags, values}) => html`<div><dt>${list(tags)}</dt><dd>${values.map((value, n) => html`${n > 0 && ' · '}<bdi lang="${tags[0]}"${n === 0 && html` class="preferred"`}>${value}</bdi>`)}</dd></div>\n`)}</dl></section>
`
}

function place({latitude, longitude}: Entity, {words}: Interface): Html | null {
  if (latitude === undefined || longitude === undefined) return null
  return html`<section aria-labelledby="where"><h2 id="where">${words.where}</h2>
<p class="plain"><a href="geo:${latitude},${longitude}"><bdi dir="ltr">${latitude.toFixed(4)}, ${longitude.toFixed(4)}</bdi></a></p></section>
`
}

/** An entity of the authority file is the same in every article, so its address needs none. */
const noArticle = {id: ''}

function identifiers(entity: Entity, edition: Edition, {words}: Interface): Html {
  const {sameAs = []} = entity
  return html`<section aria-labelledby="identifiers"><h2 id="identifiers">${words.identifiers}</h2>
<dl class="spellings"><div><dt>${words.ownId}</dt><dd><code class="hash" dir="ltr">${entityIri(edition, noArticle, entity)}</code></dd></div>
${sameAs.map(({scheme, id, reviewedBy}) => html`<div><dt><bdi dir="ltr">${scheme}</bdi></dt><dd><a href="${catalogues[scheme]}${id}" rel="external"><bdi dir="ltr">${id}</bdi></a> <small>${fill(words.reviewedBy, reviewedBy)}</small></dd></div>\n`)}</dl>
${sameAs.length === 0 && html`<p class="tip">${words.noExternal}</p>`}</section>
`
}
