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

/** A page for each collection with its articles, newest first; a long one is continued on further pages. */
export const collectionPages: Output<Listed | null> = {
  name: 'collections',
  part: ({article}) => article && listedOf(article),
  async *edition(parts, edition) {
    const shelves = new Map<string, Listed[]>(edition.collections.map(({id}) => [id, []]))
    for await (const entry of parts) {
      if (!entry) continue
      const shelf = shelves.get(entry.collection)
      if (shelf) shelf.push(entry)
      else shelves.set(entry.collection, [entry])
    }
    for (const [id, entries] of [...shelves].sort(([a], [b]) => (a < b ? -1 : 1))) {
      entries.sort(newestFirst)
      yield* pagesOf(id, entries, edition)
    }
    yield listPage(shelves, edition)
  }
}

function* pagesOf(
  id: string,
  entries: readonly Listed[],
  edition: Edition
): Generator<OutputFile> {
  const total = Math.max(1, Math.ceil(entries.length / pageLength))
  const declared = edition.collections.find((each) => each.id === id)
  const ui = interfaceFor(declared?.language ?? edition.languages[0], edition)
  const title = collectionTitle(edition, id)
  for (let page = 1; page <= total; page++) {
    const path = collectionPath(id, page)
    const some = entries.slice((page - 1) * pageLength, page * pageLength)
    yield {
      path,
      bytes: document({
        path,
        title: page === 1 ? title : `${title} (${page}/${total})`,
        ui,
        edition,
        above: collectionSteps(id, ui, edition).slice(0, page === 1 ? 1 : 2),
        main: html`<div class="page">
<header class="top"><p class="kicker"><span>${ui.words.collection}</span></p><h1><bdi>${title}</bdi></h1>
<p class="lede">${summary(entries, ui)}</p></header>
${page === 1 && terms(declared, ui)}<h2>${ui.words.newest}</h2>
<ol class="articles" role="list">
${some.map((entry) => listItem(entry, {ui, edition, root: '../../'}))}</ol>
${total > 1 && pager({total, page}, ui)}</div>`
      })
    }
  }
}

function summary(entries: readonly Listed[], ui: Interface): string {
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

function listPage(shelves: ReadonlyMap<string, Listed[]>, edition: Edition): OutputFile {
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
