import type {Edition} from '../source/types.ts'
import {factOf, stringOf} from '../tree/facts.ts'
import {countWords, turnText} from '../tree/text.ts'
import type {Article} from '../tree/types.ts'
import {turns} from '../tree/walk.ts'
import {titleOf} from './about.ts'
import {collectionPath, collectionTitle} from './collection-paths.ts'
import {type Html, html} from './html.ts'
import {isHtmlDate} from './inline.ts'
import {count, type Interface} from './words.ts'

/** What a list says of an article; the article itself is let go. */
export interface Entry {
  readonly id: string
  readonly language: string
  readonly dir: 'rtl' | 'ltr'
  readonly collection: string
  readonly title: string
  readonly lede: string | undefined
  /** As printed. */
  readonly printed: string | undefined
  /** ISO 8601; empty where no date is known. */
  readonly date: string
  readonly turns: number
  readonly words: number
}

/** Characters of a lede that a list shows. */
const ledeLength = 320

export function entryOf(article: Article): Entry {
  const {id, language, dir, collection, metadata} = article
  const date = factOf(metadata, 'datePublished')
  const spoken = turns(article)
  return {
    id,
    language,
    dir,
    collection,
    title: titleOf(article),
    lede: shorten(stringOf(metadata, 'description')),
    printed: date && (date.text ?? String(date.value)),
    date: typeof date?.value === 'string' ? date.value : '',
    turns: spoken.length,
    words: spoken.reduce((sum, turn) => sum + countWords(turnText(turn)), 0)
  }
}

/** Cut between two words. */
function shorten(text: string | undefined): string | undefined {
  if (text === undefined || text.length <= ledeLength) return text
  return `${text.slice(0, text.lastIndexOf(' ', ledeLength) + 1 || ledeLength).trimEnd()} …`
}

/** Newest first, those of one moment by id, those without a date last. */
export function newestFirst(
  a: Pick<Entry, 'date' | 'id'>,
  b: Pick<Entry, 'date' | 'id'>
): number {
  if (a.date === b.date) return a.id < b.id ? -1 : 1
  return a.date < b.date ? 1 : -1
}

/** A date as it is printed, with its value for programs. */
function printedDate(printed: string | undefined, date: string): Html | null {
  if (printed === undefined) return null
  return isHtmlDate(date)
    ? html`<time datetime="${date}"><bdi>${printed}</bdi></time>`
    : html`<bdi>${printed}</bdi>`
}

/**
 * An article in a list, in its own language and direction.
 * @param root the way to the root of the edition
 * @param more counts to print beside its date
 */
export function listItem(
  entry: Omit<Entry, 'words'>,
  {
    ui,
    edition,
    root,
    more
  }: {ui: Interface; edition: Edition; root: string; more?: string[]}
): Html {
  const {id, language, dir, title, lede, printed, date, collection} = entry
  const counts = more ?? (entry.turns > 0 ? [count('turns', entry.turns, ui)] : [])
  const own = html` lang="${ui.tag}"`
  return html`<li><article lang="${language}" dir="${dir}">
<p class="kicker"><a class="outlet" href="${root}${collectionPath(collection)}"><bdi>${collectionTitle(edition, collection)}</bdi></a>${printedDate(printed, date) ?? html`<span${own}><bdi>${ui.words.noDate}</bdi></span>`}${counts.map((each) => html`<span${own}><bdi>${each}</bdi></span>`)}</p>
<h3><a href="${root}articles/${id}/index.html">${title}</a></h3>
${lede !== undefined && html`<p>${lede}</p>`}
</article></li>
`
}
