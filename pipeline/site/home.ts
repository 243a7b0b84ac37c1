import type {Edition, Result} from '../source/types.ts'
import {factOf, stringOf} from '../tree/facts.ts'
import {countWords, turnText} from '../tree/text.ts'
import type {Article} from '../tree/types.ts'
import {dialogues, turns} from '../tree/walk.ts'
import {editionTitle} from '../write/iris.ts'
import type {Output, OutputFile} from '../write/output.ts'
import {titleOf} from './about.ts'
import {type Html, html} from './html.ts'
import {isHtmlDate} from './inline.ts'
import {document} from './shell.ts'
import {interfaceFor, number} from './words.ts'

/** The first page: the edition in figures and its articles. */
export const homePage: Output = {name: 'home', edition: home}

/** What the list says of an article; the article itself is let go. */
interface Entry {
  readonly article: Pick<Article, 'id' | 'language' | 'dir'>
  readonly title: string
  readonly lede: string | undefined
  readonly publisher: string | undefined
  readonly printed: string | undefined
  readonly date: string
  readonly dialogues: number
  readonly turns: number
  readonly words: number
  readonly speakers: readonly string[]
}

async function* home(
  results: AsyncIterable<Result>,
  edition: Edition
): AsyncIterable<OutputFile> {
  const entries: Entry[] = []
  for await (const {article} of results) if (article) entries.push(entryOf(article))
  entries.sort((a, b) =>
    a.date === b.date ? (a.article.id < b.article.id ? -1 : 1) : a.date < b.date ? 1 : -1
  )
  const ui = interfaceFor(edition.languages[0] ?? entries[0]?.article.language)
  const {words} = ui
  const title = editionTitle(edition, ui.tag) ?? 'warraq'
  const description = edition.description[ui.tag] ?? Object.values(edition.description)[0]
  const sum = (field: 'dialogues' | 'turns' | 'words'): number =>
    entries.reduce((total, entry) => total + entry[field], 0)
  const figures: [string, number][] = [
    [words.articlesCount, entries.length],
    [words.dialoguesCount, sum('dialogues')],
    [words.turnsTotal, sum('turns')],
    [words.wordsTotal, sum('words')],
    [words.speakersTotal, new Set(entries.flatMap((entry) => entry.speakers)).size]
  ]
  const main = html`<div class="page">
<header class="top"><h1>${title}</h1>${description !== undefined && html`<p class="lede">${description}</p>`}</header>
<dl class="figures" aria-label="${words.edition}">${figures.map(([term, value]) => html`<div><dt>${term}</dt><dd>${number(value)}</dd></div>`)}</dl>
<h2>${words.newest}</h2>
${entries.length === 0 ? html`<p>${words.noArticles}</p>` : html`<ol class="articles" role="list">\n${entries.map((entry) => item(entry, words))}</ol>`}
</div>`
  yield {
    path: 'index.html',
    bytes: document({
      path: 'index.html',
      title,
      description,
      ui,
      edition,
      main,
      current: 'home'
    })
  }
}

function item(entry: Entry, words: ReturnType<typeof interfaceFor>['words']): Html {
  const {article, title, lede, publisher, printed, date} = entry
  const when =
    printed === undefined
      ? html`<span>${words.noDate}</span>`
      : isHtmlDate(date)
        ? html`<time datetime="${date}"><bdi>${printed}</bdi></time>`
        : html`<bdi>${printed}</bdi>`
  return html`<li><article lang="${article.language}" dir="${article.dir}">
<p class="kicker">${publisher !== undefined && html`<b>${publisher}</b>`}${when}${entry.turns > 0 && html`<span>${words.turns}: ${number(entry.turns)}</span>`}</p>
<h3><a href="articles/${article.id}/index.html">${title}</a></h3>
${lede !== undefined && html`<p>${lede}</p>`}
</article></li>
`
}

function entryOf(article: Article): Entry {
  const {id, language, dir, metadata} = article
  const date = factOf(metadata, 'datePublished')
  const publisher = factOf(metadata, 'publisher')?.value
  const spoken = turns(article)
  return {
    article: {id, language, dir},
    title: titleOf(article),
    lede: stringOf(metadata, 'description')?.slice(0, 400),
    publisher:
      typeof publisher === 'object' && 'name' in publisher ? publisher.name : undefined,
    printed: date && (date.text ?? String(date.value)),
    date: typeof date?.value === 'string' ? date.value : '',
    dialogues: dialogues(article).length,
    turns: spoken.length,
    words: spoken.reduce((sum, turn) => sum + countWords(turnText(turn)), 0),
    speakers: speakersOf(article)
  }
}

/** A speaker known from labels alone is one of this article only. */
const speakersOf = (article: Article): string[] =>
  dialogues(article)
    .flatMap(({participants}) => participants)
    .map((id) =>
      article.entities.some((entity) => entity.id === id && entity.basis === 'declared')
        ? id
        : `${article.id}.${id}`
    )
