import {articlesOf, type Head, type Stated, stringAt} from './head.ts'
import type {LineText} from './line-texts.ts'
import {placeIn} from './linked-json.ts'
import type {Line, PrintedPage} from './page.ts'
import {type Bag, bagOf, folded, headlineOfTitle, likeness, wordsOf} from './text.ts'

/** The headline as it is printed and as the head of the page states it. */
export interface Headline {
  /** Index of the printed line, -1 where none is printed. */
  readonly line: number
  readonly value: string
  readonly stated: Stated | null
}

/** Names of the site that a title may carry. */
export function siteNames(head: Head): string[] {
  const names = ['og:site_name', 'application-name', 'twitter:site'].flatMap(
    (name) => head.meta.get(name)?.map(({value}) => value.replace(/^@/u, '')) ?? []
  )
  for (const {types, data} of head.linked)
    if (types.some((type) => /Organization|WebSite/u.test(type)))
      names.push(stringAt(data, 'name'))
  return names.filter(Boolean)
}

/** Titles that the head states, the most telling first, without the site's name. */
export function statedTitles(head: Head): Stated[] {
  const names = siteNames(head)
  const linked = articlesOf(head).flatMap(({data, script}) => {
    const key = stringAt(data, 'headline') ? 'headline' : 'name'
    const value = stringAt(data, key)
    return value ? [{...(placeIn(data, key) ?? script), value}] : []
  })
  const metas = [
    'og:title',
    'citation_title',
    'dc.title',
    'dcterms.title',
    'twitter:title'
  ].flatMap((name) => head.meta.get(name) ?? [])
  return [...metas, ...linked, ...(head.title ? [head.title] : [])]
    .map((stated) => ({...stated, value: headlineOfTitle(stated.value, names)}))
    .filter(({value}) => folded(value) !== '')
}

/** Finds the headline: the printed heading that is likest to the stated titles, before the text ends. */
export function findHeadline(
  page: PrintedPage,
  texts: readonly LineText[],
  head: Head
): Headline {
  const titles = statedTitles(head)
  const stated = titles.slice(0, 4).map(({value}) => bagOf(wordsOf(value)))
  let best = -1
  let bestScore = 0.45
  for (const [n, line] of page.lines.entries()) {
    const score = scoreOf(line, texts[n]?.words ?? [], stated)
    if (score <= bestScore) continue
    best = n
    bestScore = score
  }
  if (best < 0) best = onlyFirstHeading(page)
  const printed = page.lines[best]?.text
  return {
    line: best,
    value: printed ?? titles[0]?.value ?? '',
    stated: titles[0] ?? null
  }
}

/** How well a line would do for the headline; 0 where it cannot be it. */
function scoreOf(line: Line, words: readonly string[], titles: readonly Bag[]): number {
  if (line.text.length > 400 || line.block.hidden) return 0
  const depth = headingDepth(line.block.tag) ?? headingDepth(line.block.parent?.tag ?? '')
  if (depth === null && line.text.length <= 8) return 0
  const least = depth === 1 ? 0.25 : 0.6
  let like = 0
  for (const title of titles) {
    // As like as two texts of such lengths can be.
    const most =
      (2 * Math.min(title.length, words.length)) / (title.length + words.length)
    if (most > Math.max(like, least)) like = Math.max(like, likeness(words, title))
  }
  if (like <= least) return 0
  return like + (depth === 1 ? 0.5 : depth ? 0.2 : 0) - (line.linked > 0 ? 0.25 : 0)
}

const headingDepth = (tag: string): number | null =>
  /^h[1-6]$/u.test(tag) ? Number(tag[1]) : null

/** A page with one heading of the first level has its headline there. */
function onlyFirstHeading(page: PrintedPage): number {
  const found = page.lines.flatMap((line, n) =>
    line.block.tag === 'h1' && line.text.length > 12 ? [n] : []
  )
  return found.length === 1 ? (found[0] ?? -1) : -1
}
