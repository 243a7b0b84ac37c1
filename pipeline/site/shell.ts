import {isWanted} from '../source/selection.ts'
import type {Edition} from '../source/types.ts'
import {editionTitle} from '../write/iris.ts'
import {canonical, type Step, trail, trailData} from './crumbs.ts'
import {type Html, html} from './html.ts'
import {searchWordsIn} from './search-words.ts'
import {type Picture, socialTags} from './social.ts'
import type {Interface} from './words.ts'

/** Everything a page needs around its content. */
export interface Page {
  /** Below `dist/`, ending in `.html`. */
  readonly path: string
  readonly title: string
  readonly description?: string | undefined
  readonly ui: Interface
  readonly edition: Edition
  /** More of the head: data, alternates. */
  readonly head?: Html
  readonly main: Html
  /** Which entry of the navigation this is. */
  readonly current?: (typeof rooms)[number][0]
  /** What the page is where it is shared; a page of the site where nothing is said. */
  readonly type?: 'article'
  readonly picture?: Picture
  /** False for a page that has no address of its own, such as that of an error. */
  readonly isCanonical?: boolean
  /** Pages between the first one and this one; absent where the page has no place below the first. */
  readonly above?: readonly Step[]
}

/** The entries of the navigation: the words they go by, and where they lead. */
const rooms = [
  ['home', 'index.html'],
  ['people', 'people/index.html'],
  ['search', 'search/index.html'],
  ['data', 'data/index.html'],
  ['how', 'about/index.html'],
  ['report', 'report/index.html']
] as const

/**
 * Scripts, styles and fonts of our own folder, and nothing else. `connect-src` lets tools that look at a
 * page fetch the edition's own robots.txt; pages themselves fetch nothing.
 * @see https://www.w3.org/TR/CSP3/
 */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"

/** The way from a page to the root of the edition: `../../` for `articles/x/index.html`. */
const rootOf = (path: string): string => '../'.repeat(path.split('/').length - 1)

/** The way from the first page of the edition to a page, both included. */
export const stepsTo = ({edition, ui, above, title, path}: Place): readonly Step[] => [
  {name: brandOf(edition, ui), path: 'index.html'},
  ...(above ?? []),
  {name: title, path}
]

type Place = Pick<Page, 'edition' | 'ui' | 'above' | 'title' | 'path'>

const brandOf = (edition: Edition, {tag}: Interface): string =>
  editionTitle(edition, tag) ?? 'warraq'

/** The whole document of a page. */
export function document(page: Page): string {
  const {path, title, description, ui, edition, head, main, isCanonical = true} = page
  const root = rootOf(path)
  const brand = brandOf(edition, ui)
  const full = page.current === 'home' ? brand : `${title} · ${brand}`
  return html`<!doctype html>
<html lang="${ui.tag}" dir="${ui.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${full}</title>
${description && html`<meta name="description" content="${description}">\n`}<meta name="generator" content="warraq ${edition.generator}">
<meta name="color-scheme" content="light dark">
${tdmReservation(edition)}${isCanonical && html`<link rel="canonical" href="${canonical(edition, path)}">\n`}<link rel="icon" href="data:,">
<link rel="alternate" type="application/atom+xml" title="${brand}" href="${root}feed.xml">
<link rel="search" type="application/opensearchdescription+xml" title="${brand}" href="${root}opensearch.xml">
<link rel="alternate" type="application/feed+json" title="${brand}" href="${root}feed.json">
${isCanonical && social(page, brand)}<link rel="stylesheet" href="${root}assets/style.css">
<script defer src="${root}assets/page.js"></script>
${(page.current === 'home' || page.current === 'data') && isWanted(edition, 'data') && html`<link rel="linkset" type="application/linkset+json" href="${root}linkset.json">\n`}${page.above && page.type !== 'article' && trailData(stepsTo(page), edition)}${head}</head>
<body>
<a class="skip" href="#main">${ui.words.skip}</a>
${banner(page, brand, root)}
${page.above && trail(stepsTo(page), root, ui)}<main id="main" tabindex="-1">
${main}
</main>
<footer class="site"><p>${ui.words.footer}</p></footer>
<p id="live" class="vh" role="status"></p>
</body>
</html>
`.html
}

const social = (page: Page, siteName: string): Html =>
  socialTags({
    title: page.current === 'home' ? siteName : page.title,
    description: page.description,
    url: canonical(page.edition, page.path),
    language: page.ui.tag,
    siteName,
    type: page.type ?? 'website',
    picture: page.picture
  })

function banner({ui, current}: Page, brand: string, root: string): Html {
  const links = rooms.map(
    ([name, href]) =>
      html`<li><a href="${root}${href}"${current === name && html` aria-current="page"`}>${name === 'search' ? searchWordsIn(ui.tag).title : ui.words[name]}</a></li>`
  )
  return html`<header class="site">
<a class="brand" href="${root}index.html">${brand}</a>
<nav aria-label="${ui.words.mainNavigation}"><ul>${links}</ul></nav>
</header>`
}

/** For crawlers that read pages only. @see https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/#sec-html */
const tdmReservation = ({tdm}: Edition): Html | null =>
  tdm === undefined
    ? null
    : html`<meta name="tdm-reservation" content="${tdm.reservation ? '1' : '0'}">
${
  tdm.policy &&
  html`<meta name="tdm-policy" content="${tdm.policy}">
`
}`
