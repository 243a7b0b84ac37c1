import type {Edition} from '../source/types.ts'
import type {Article} from '../tree/types.ts'
import type {Output, OutputFile} from '../write/output.ts'
import {collectionPath, collectionTitle} from './collection-paths.ts'
import {collectionSteps} from './crumbs.ts'
import {type Html, html} from './html.ts'
import {type Entry, entryOf, listItem, newestFirst} from './listing.ts'
import {languageName} from './names.ts'
import {document} from './shell.ts'
import {count, editionInterface, type Interface, interfaceFor, number} from './words.ts'

/** Articles that one page of a collection lists. */
const pageLength = 100

/** What a list of a collection shows of an article. */
type Listed = Omit<Entry, 'words'>

function listedOf(article: Article): Listed {
  const {words: _words, ...entry} = entryOf(article)
  return entry
}

/** What is held of each article to put it in its place. */
type Placed = Pick<Listed, 'id' | 'date'>

/** Articles whose entries are held at one time; the parts are read again for the next ones. */
const held = 20_000

/** A page for each collection with its articles, newest first; a long one is continued on further pages. */
export const collectionPages: Output<Listed | null> = {
  name: 'collections',
  part: ({article}) => article && listedOf(article),
  async *edition(parts, edition) {
    const shelves = await shelve(parts, edition)
    const pages = [...shelves]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([id, placed]) => pagesOf(id, placed))
    const atOnce = held / pageLength
    for (let at = 0; at < pages.length; at += atOnce) {
      const some = pages.slice(at, at + atOnce)
      const entries = await entriesOf(some, parts)
      for (const page of some) yield pageFile(page, entries, edition)
    }
    yield listPage(shelves, edition)
  }
}

/** The articles of each collection, newest first. */
async function shelve(
  parts: AsyncIterable<Listed | null>,
  edition: Edition
): Promise<Map<string, Placed[]>> {
  const shelves = new Map<string, Placed[]>(edition.collections.map(({id}) => [id, []]))
  for await (const entry of parts) {
    if (!entry) continue
    const {id, date, collection} = entry
    const shelf = shelves.get(collection)
    if (shelf) shelf.push({id, date})
    else shelves.set(collection, [{id, date}])
  }
  for (const shelf of shelves.values()) shelf.sort(newestFirst)
  return shelves
}

/** One page of a collection. */
interface Page {
  readonly id: string
  /** All of the collection. */
  readonly placed: readonly Placed[]
  readonly page: number
  readonly total: number
}

function pagesOf(id: string, placed: readonly Placed[]): Page[] {
  const total = Math.max(1, Math.ceil(placed.length / pageLength))
  return Array.from({length: total}, (_, n) => ({id, placed, page: n + 1, total}))
}

const idsOn = ({placed, page}: Page): string[] =>
  placed.slice((page - 1) * pageLength, page * pageLength).map(({id}) => id)

async function entriesOf(
  pages: readonly Page[],
  parts: AsyncIterable<Listed | null>
): Promise<ReadonlyMap<string, Listed>> {
  const wanted = new Set(pages.flatMap(idsOn))
  const entries = new Map<string, Listed>()
  for await (const entry of parts)
    if (entry && wanted.has(entry.id)) entries.set(entry.id, entry)
  return entries
}

function pageFile(
  each: Page,
  entries: ReadonlyMap<string, Listed>,
  edition: Edition
): OutputFile {
  const {id, placed, page, total} = each
  const declared = edition.collections.find((known) => known.id === id)
  const ui = interfaceFor(declared?.language ?? edition.languages[0], edition)
  const title = collectionTitle(edition, id)
  const path = collectionPath(id, page)
  const some = idsOn(each).flatMap((article) => entries.get(article) ?? [])
  return {
    path,
    bytes: document({
      path,
      title: page === 1 ? title : `${title} (${page}/${total})`,
      ui,
      edition,
      above: collectionSteps(id, ui, edition).slice(0, page === 1 ? 1 : 2),
      main: html`<div class="page">
<header class="top"><p class="kicker"><span>${ui.words.collection}</span></p><h1><bdi>${title}</bdi></h1>
<p class="lede">${summary(placed, ui)}</p></header>
${page === 1 && terms(declared, ui)}<h2>${ui.words.newest}</h2>
<ol class="articles" role="list">
${some.map((entry) => listItem(entry, {ui, edition, root: '../../'}))}</ol>
${total > 1 && pager({total, page}, ui)}</div>`
    })
  }
}

function summary(entries: readonly Placed[], ui: Interface): string {
  const years = entries.flatMap(({date}) => (date ? [date.slice(0, 4)] : [])).sort()
  const [first] = years
  const last = years.at(-1)
  const span = first === undefined ? '' : first === last ? first : `${first}–${last}`
  return [count('articles', entries.length, ui), span].filter(Boolean).join(' · ')
}

/** What an archivist declared of the collection. */
function terms(
  declared: Edition['collections'][number] | undefined,
  ui: Interface
): Html | null {
  if (!declared) return null
  const {words} = ui
  const {language, timeZone, rights, url, because} = declared
  const rows: [string, Html | undefined][] = [
    [
      words.languageHeading,
      language === undefined ? undefined : html`${languageName(language, ui)}`
    ],
    [
      words.timeZone,
      timeZone === undefined ? undefined : html`<bdi dir="ltr">${timeZone}</bdi>`
    ],
    [words.rights, rights === undefined ? undefined : html`<bdi>${rights}</bdi>`],
    [
      words.address,
      url === undefined
        ? undefined
        : html`<a href="${url}" rel="external nofollow"><bdi dir="ltr">${url}</bdi></a>`
    ],
    [words.why, because === undefined ? undefined : html`<bdi>${because}</bdi>`]
  ]
  return html`<dl class="prov">${rows.map(([term, value]) => value && html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>
`
}

function pager({total, page}: {total: number; page: number}, ui: Interface): Html {
  const name = (n: number): string => (n === 1 ? 'index.html' : `page-${n}.html`)
  const near = Array.from({length: total}, (_, n) => n + 1).filter(
    (n) => n === 1 || n === total || Math.abs(n - page) < 4
  )
  return html`<nav class="pager" aria-label="${ui.words.pieces}"><ol role="list">${near.map((n) => html`<li><a href="${name(n)}"${n === page && html` aria-current="page"`}>${number(n, ui)}</a></li>`)}</ol></nav>
`
}

function listPage(shelves: ReadonlyMap<string, Placed[]>, edition: Edition): OutputFile {
  const ui = editionInterface(edition)
  const {words} = ui
  const path = 'collections/index.html'
  return {
    path,
    bytes: document({
      path,
      title: words.collections,
      ui,
      edition,
      above: [],
      main: html`<div class="page">
<header class="top"><h1>${words.collections}</h1></header>
<ul class="names" role="list">
${[...shelves].map(([id, entries]) => html`<li><a href="../${collectionPath(id)}"><bdi>${collectionTitle(edition, id)}</bdi></a> <small>${count('articles', entries.length, ui)}</small></li>\n`)}</ul>
</div>`
    })
  }
}
