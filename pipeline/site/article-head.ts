import {hasForm} from '../source/selection.ts'
import type {Edition} from '../source/types.ts'
import {holdingFacts, stringOf} from '../tree/facts.ts'
import type {Article} from '../tree/types.ts'
import {embedJsonLd} from '../write/json-ld-embed.ts'
import {escapeForScript} from '../write/json-ld-nodes.ts'
import {type Citation, citationOf} from './citation.ts'
import {citationForms} from './citation-files.ts'
import {crumbsOf, type Step} from './crumbs.ts'
import {type Html, html, jsonScript} from './html.ts'

/** Forms of the article beside its page: what carries its text, and what describes it. */
const forms = [
  {href: 'article.jsonld', type: 'application/ld+json', rel: 'describedby'},
  {href: 'article.tei.xml', type: 'application/tei+xml', rel: 'item'},
  {href: 'article.json', type: 'application/json', rel: 'item'},
  {href: 'article.txt', type: 'text/plain', rel: 'item'},
  {href: 'article.csv', type: 'text/csv', rel: 'item'}
] as const

/** What programs read in the head of an article's page; nothing that is not known of the article. @param steps the way to the page */
export function articleHead(
  article: Article,
  edition: Edition,
  steps: readonly Step[]
): Html {
  const citation = citationOf(article, edition)
  const there = forms.filter(({href}) => hasForm(edition, href))
  const data = escapeForScript(
    JSON.stringify(embedJsonLd(article, edition, crumbsOf(steps, edition)))
  )
  return html`${there.map(({href, type}) => html`<link rel="alternate" type="${type}" href="${href}">\n`)}${citation.language && html`<link rel="alternate" hreflang="${citation.language}" href="${citation.url}">\n<link rel="alternate" hreflang="x-default" href="${citation.url}">\n`}${signposts(citation, edition)}${meta([...dublinCore(citation), ...highwire(article, citation), ...ofArticle(article, citation)])}${jsonScript('application/ld+json', data)}
`
}

/** @see https://signposting.org/FAIR/ and RFC 8574 for `cite-as` */
function signposts({url, license}: Citation, edition: Edition): Html {
  return html`<link rel="cite-as" href="${url}">
<link rel="type" href="https://schema.org/NewsArticle">
<link rel="type" href="https://schema.org/AboutPage">
${license && html`<link rel="license" href="${licenseUrl(license)}">\n`}${forms.filter(({href}) => hasForm(edition, href)).map(({href, type, rel}) => html`<link rel="${rel}" type="${type}" href="${href}">\n`)}${citationForms.filter(({file}) => hasForm(edition, file)).map(({file, mediaType}) => html`<link rel="describedby" type="${mediaType}" href="${file}">\n`)}<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
<link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">
<link rel="collection" type="text/html" href="../../index.html">
`
}

/** An address as it is, an SPDX identifier by its page. */
const licenseUrl = (license: string): string =>
  license.includes('://') ? license : `https://spdx.org/licenses/${license}`

type Tag = readonly [kind: 'name' | 'property', key: string, value: string | undefined]

const meta = (tags: readonly Tag[]): Html =>
  html`${tags.map(([kind, key, value]) => {
    if (value === undefined || value === '') return null
    return kind === 'name'
      ? html`<meta name="${key}" content="${value}">\n`
      : html`<meta property="${key}" content="${value}">\n`
  })}`

/** @see https://www.dublincore.org/specifications/dublin-core/dcq-html/ */
function dublinCore(citation: Citation): Tag[] {
  const {title, authors, publisher, day, language, url, license, edition} = citation
  return [
    ['name', 'DC.title', title],
    ...authors.map(({name}): Tag => ['name', 'DC.creator', name]),
    ['name', 'DC.publisher', publisher],
    ['name', 'DC.date', day],
    ['name', 'DC.language', language],
    ['name', 'DC.type', 'Text'],
    ['name', 'DC.format', 'text/html'],
    ['name', 'DC.identifier', url],
    ['name', 'DC.rights', license],
    ['name', 'DCTERMS.isPartOf', edition]
  ]
}

/**
 * What reference managers read. `citation_journal_title` is left out: it would make a journal article of it.
 * @see https://scholar.google.com/intl/en/scholar/inclusion.html#indexing and the translator
 * “Embedded Metadata” of Zotero
 */
function highwire(article: Article, citation: Citation): Tag[] {
  const {title, authors, publisher, day, language, url} = citation
  return [
    ['name', 'z:itemType', publisher === undefined ? 'webpage' : 'newspaperArticle'],
    ['name', 'citation_title', title],
    ...authors.map(({name}): Tag => ['name', 'citation_author', name]),
    ['name', 'citation_publication_date', day?.replaceAll('-', '/')],
    ['name', 'citation_publisher', publisher],
    ['name', 'prism.publicationName', publisher],
    ['name', 'citation_language', language],
    ['name', 'citation_public_url', url],
    ['name', 'citation_fulltext_html_url', url],
    ['name', 'citation_abstract', stringOf(article.metadata, 'description')],
    ['name', 'citation_keywords', keywordsOf(article).join('; ')]
  ]
}

const keywordsOf = ({metadata}: Article): string[] =>
  holdingFacts(metadata, 'keywords').flatMap(({value}) =>
    typeof value === 'string' ? [value] : []
  )

/** @see https://ogp.me/#type_article; a moment where one is known, else the day */
function ofArticle(article: Article, {authors}: Citation): Tag[] {
  const date = (field: string): string | undefined => {
    const value = stringOf(article.metadata, field)
    return value && /^\d{4}-\d{2}-\d{2}/u.test(value) ? value : undefined
  }
  return [
    ...authors.map(({name}): Tag => ['name', 'author', name]),
    ['name', 'keywords', keywordsOf(article).join(', ')],
    ['property', 'article:published_time', date('datePublished')],
    ['property', 'article:modified_time', date('dateModified')],
    ['property', 'article:section', stringOf(article.metadata, 'section')],
    ...keywordsOf(article).map((keyword): Tag => ['property', 'article:tag', keyword])
  ]
}
