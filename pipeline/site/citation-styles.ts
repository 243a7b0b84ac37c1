import {remember} from '../tree/remember.ts'
import type {Citation} from './citation.ts'
import {type CitationWords, citationWords} from './citation-words.ts'
import {printDay} from './dates.ts'
import {type Html, html} from './html.ts'

/** A manner of citing: a whole article, or one turn of it by what is put into its pins. */
export interface CitationStyle {
  readonly name: string
  /** @param tag the language of the page, BCP 47 */
  print(citation: Citation, tag: string): Html
}

/**
 * The citations of the page. An empty element with `data-pin` is where the script of the page puts
 * the number (`{n}`) or the anchor (`{id}`) of the turn that is cited.
 */
export const citationStyles: readonly CitationStyle[] = [
  {name: 'APA', print: apa},
  {name: 'Chicago', print: chicago}
]

/** Where the anchor of a turn is put behind the address. */
const anchorPin = html`<span data-pin="#{id}"></span>`
const numberPin = (comma: string, turn: string): Html =>
  html`<span data-pin="${comma}${turn}"></span>`

/** In a sentence with everything that is known, the edition as well. @param turn “turn {}” */
export function sentence(citation: Citation, tag: string, turn: string): Html {
  const words = citationWords(tag)
  const {title, authors, publisher, date, edition, url} = citation
  const [open, close] = words.quotes
  const parts: Html[] = [
    ...authors.map(({name}) => html`<bdi>${name}</bdi>`),
    html`<bdi>${open}${title}${close}</bdi>${numberPin(words.comma, turn.replace('{}', '{n}'))}`,
    ...[publisher, date, edition].flatMap((part) =>
      part === undefined ? [] : [html`<bdi>${part}</bdi>`]
    )
  ]
  return html`${parts.map((part, n) => html`${n > 0 && words.comma}${part}`)}. ${address(url)}`
}

const address = (url: string): Html => html`<bdi dir="ltr">${url}${anchorPin}</bdi>`

/** @see APA 7, 10.1 (example 16) and 9.12; agrees with the style `apa` of CSL */
function apa(citation: Citation, tag: string): Html {
  const words = citationWords(tag)
  const {title, authors, publisher, url} = citation
  const when = html`(${apaDate(citation, words)}).`
  const name = isolated(title)
  const head =
    authors.length > 0
      ? html`${stopped(list(authors, words, '&'))} ${when} ${stopped(name, title)}`
      : html`${stopped(name, title)} ${when}`
  return html`${head} ${publisher !== undefined && html`<cite>${publisher}</cite>. `}${address(url)}`
}

/** @see The Chicago Manual of Style 14.191–14.200, bibliography; agrees with `chicago-notes-bibliography` of CSL */
function chicago(citation: Citation, tag: string): Html {
  const words = citationWords(tag)
  const {title, authors, publisher, day, url} = citation
  const date = day === undefined ? words.noDate : printDay(day, words.tag)
  const paper = publisher === undefined ? null : html`<cite>${publisher}</cite>`
  const who = authors.length > 0 ? list(authors, words, '') : paper
  const end =
    authors.length > 0 && paper ? html`${paper}${words.comma}${date}` : html`${date}`
  return html`${who && html`${stopped(who)} `}${quoted(title, words)} ${end}${date.endsWith('.') ? ' ' : '. '}${address(url)}.`
}

const isolated = (text: string): Html => html`<bdi>${text}</bdi>`

/** Ended by a full stop, unless the text brings an end of its own. */
const stopped = (part: Html, text = ''): Html =>
  /[.?!…؟۔]$/u.test(text) ? part : html`${part}.`

function quoted(title: string, {quotes, stopsInside}: CitationWords): Html {
  const [open, close] = quotes
  if (/[.?!…؟۔]$/u.test(title)) return html`<bdi>${open}${title}${close}</bdi>`
  return stopsInside
    ? html`<bdi>${open}${title}.${close}</bdi>`
    : html`<bdi>${open}${title}${close}</bdi>.`
}

/** Names as a language lists them; English joins the last by `&` or by `and` behind a comma. */
function list(
  authors: Citation['authors'],
  {tag}: CitationWords,
  ampersand: string
): Html {
  const names = authors.map(({name}) => name)
  const parts = listsOf(tag).formatToParts(names)
  return html`${parts.map(({type, value}) =>
    type === 'element'
      ? html`<bdi>${value}</bdi>`
      : ampersand && tag === 'en'
        ? value.replace('and', ampersand)
        : value
  )}`
}

const listsOf = remember((tag) => new Intl.ListFormat(tag, {type: 'conjunction'}))

/** `2025, November 26`, no more precise than is known. */
function apaDate({day}: Citation, {tag, noDate, comma}: CitationWords): string {
  if (day === undefined) return noDate
  const [year = '', month, date] = day.split('-')
  if (month === undefined) return year
  return `${year}${comma}${printDay(day, tag, date === undefined ? {month: 'long'} : {month: 'long', day: 'numeric'})}`
}
