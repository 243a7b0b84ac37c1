import type {Stated} from './head.ts'
import {linkedValues} from './linked.ts'
import {type Moment, momentOf, momentOfUrl, printedMoments} from './moments.ts'
import {inOwnClock} from './own-clock.ts'
import type {Box} from './page.ts'
import {attribute} from './parse.ts'
import {
  type Candidate,
  distance,
  isForeign,
  metaValues,
  printedIn,
  property,
  type Sought,
  textOfBox
} from './sought.ts'

const published =
  'article:published_time og:article:published_time article:published datepublished citation_publication_date citation_date citation_online_date publish_date publish-date publishdate pubdate publication_date publicationdate published_at published_time article.published originalpublicationdate article_date_original sailthru.date parsely-pub-date cxenseparse:recs:publishtime cxenseparse:publishtime dcterms.issued dc.date.issued dcterms.created dc.date.created dcterms.date dc.date date displaydate rnews:datepublished bt:pubdate article:create_date video:release_date release_date shareaholic:article_published_time og:published_time og:pubdate pubyear iso-8601-publish-date article:publicationdate timestamp'.split(
    ' '
  )
const modified =
  'article:modified_time og:updated_time og:article:modified_time datemodified lastmod last-modified dcterms.modified dc.date.modified cxenseparse:recs:modifiedtime updated_time article:updated revised'.split(
    ' '
  )

/** When the article was published, the likeliest first: stated by machines, then printed, then in its address. */
export function publicationDates(sought: Sought): Candidate[] {
  const {head, tag} = sought
  const stated = [
    ...fromStated(linkedValues(head, 'datePublished'), 'extract/json-ld', tag),
    ...fromStated(metaValues(head, published), 'extract/meta', tag)
  ]
  return inOwnClock([
    ...stated,
    ...marked(sought),
    ...printedNear(sought),
    ...fromUrl(sought),
    ...inScripts(sought),
    ...fromStated(linkedValues(head, 'dateCreated'), 'extract/json-ld', tag),
    ...fromStated(linkedValues(head, 'uploadDate'), 'extract/json-ld', tag),
    ...anywhere(sought)
  ])
}

/** When it was last changed. */
export function modificationDates(sought: Sought): Candidate[] {
  const {head, tag, page} = sought
  const isMarked = (box: Box): boolean =>
    property(box).toLowerCase().includes('datemodified') && !isForeign(box)
  return [
    ...fromStated(linkedValues(head, 'dateModified'), 'extract/json-ld', tag),
    ...page.boxes.filter(isMarked).flatMap((box) => ofBox(sought, box) ?? []),
    ...fromStated(metaValues(head, modified), 'extract/meta', tag)
  ]
}

function fromStated(list: readonly Stated[], rule: string, tag: string): Candidate[] {
  return list.flatMap((stated) => {
    const moment = momentOf(stated.value, tag)
    if (!moment) return []
    const text = stated.value === moment.value ? {} : {text: stated.value}
    return [{value: moment.value, ...text, rule, stated}]
  })
}

/** Classes of elements that hold the day of publication. */
const dateTokens =
  /^(?:date|dateline|datetime|published|publish|pubdate|posted|timestamp|time|datum|fecha|data|zeit|publicado|entrydate|postdate|created)$/u
const updated = /^(?:updated?|modified|aktualisiert)$/u

/** `itemprop=datePublished`, `<time>`, elements whose names say that they hold a date; nearest to the headline first. */
function marked(sought: Sought): Candidate[] {
  const found: {candidate: Candidate; rank: number}[] = []
  for (const box of sought.page.boxes) {
    const kind = kindOf(box)
    if (kind === null || isForeign(box)) continue
    const candidate = ofBox(sought, box)
    if (!candidate) continue
    const line = candidate.printed?.line ?? box.first
    const isBehind = sought.headline.line >= 0 && line < sought.headline.line - 8
    const rank = kind * 40 + Math.min(400, distance(sought, line)) + (isBehind ? 60 : 0)
    found.push({candidate, rank})
  }
  return found.sort((a, b) => a.rank - b.rank).map(({candidate}) => candidate)
}

/** 0 for what says to be the day of publication, more for what may be; null for what holds no date. */
function kindOf(box: Box): number | null {
  const name = property(box).toLowerCase()
  const isUpdate =
    name.includes('datemodified') || box.tokens.some((token) => updated.test(token))
  if (/datepublished|datecreated/u.test(name)) return 0
  if (box.tag === 'time') return isUpdate && !box.tokens.includes('published') ? 5 : 1
  if (box.last - box.first > 3) return null
  if (box.tokens.some((token) => dateTokens.test(token))) return isUpdate ? 6 : 2
  return null
}

function ofBox({page, tag}: Sought, box: Box): Candidate | null {
  const text = textOfBox(box)
  if (text.length > 160) return null
  const written = attribute(box.element, 'dateTime') || attribute(box.element, 'content')
  const moment = momentOf(written, tag)
  const rule = 'extract/marked-date'
  const day = printedMoments(text, tag)[0]
  if (moment && written) {
    const printed = day ? printedIn(page, box, text.slice(day.start, day.end)) : undefined
    return {
      value: moment.value,
      text: printed ? text.slice(day?.start, day?.end) : written,
      rule,
      ...(printed ? {printed} : {})
    }
  }
  return day
    ? ofPrinted(text, day, {
        rule,
        printed: printedIn(page, box, text.slice(day.start, day.end))
      })
    : null
}

function ofPrinted(
  text: string,
  day: Moment,
  {rule, printed}: {rule: string; printed: Candidate['printed'] | undefined}
): Candidate {
  return {
    value: day.value,
    text: text.slice(day.start, day.end),
    rule,
    ...(printed ? {printed} : {})
  }
}

/** Short lines with a date around the headline, then at the end of the article. */
function printedNear(sought: Sought): Candidate[] {
  const {page, headline, tag, reasons} = sought
  const first = reasons.indexOf(null)
  const last = reasons.lastIndexOf(null)
  const anchor = headline.line >= 0 ? headline.line : first
  const order = [
    ...[1, 2, 3, -1, 4, 5, -2, 6, -3, 7, 8, -4, 9, 10, -5, -6, 11, 12].map(
      (step) => anchor + step
    ),
    ...[-3, -2, -1, 0, 1].map((step) => first + step),
    ...[0, 1, 2, 3, 4, 5].map((step) => last + step)
  ]
  return order.flatMap((n) => {
    const line = page.lines[n]
    if (!line || line.text.length > 200 || line.linked > line.text.length * 0.9) return []
    const day = printedMoments(line.text, tag)[0]
    if (!day || (line.text.length > 90 && reasons[n] === null)) return []
    const printed = {line: n, start: day.start, end: day.end}
    return [ofPrinted(line.text, day, {rule: 'extract/dateline', printed})]
  })
}

function fromUrl({head}: Sought): Candidate[] {
  const list = [head.canonical, ...metaValues(head, ['og:url'])]
  return list.flatMap((stated) => {
    const value = stated ? momentOfUrl(stated.value) : null
    return stated && value
      ? [{value, text: stated.value, rule: 'extract/date-of-address', stated}]
      : []
  })
}

/** A day of publication in the data of a script. */
function inScripts({html, tag}: Sought): Candidate[] {
  const found =
    /\\?"(?:datePublished|publishedAt|published_at|publishDate|pubDate|datePublication|publicationDate|publish_date|firstPublished|dateCreated)\\?"\s*:\s*\\?"([^"\\]{8,40})/u.exec(
      html
    )
  const value = found?.[1]
  if (!found || !value) return []
  const start = found.index + found[0].length - value.length
  return fromStated([{value, start, end: start + value.length}], 'extract/script', tag)
}

/** The first short line with a date anywhere, and the days of images and links as a last resort. */
function anywhere({page, tag, html}: Sought): Candidate[] {
  let looked = 0
  for (const [n, line] of page.lines.entries()) {
    if (line.text.length > 120 || !/\d/u.test(line.text) || isForeign(line.block))
      continue
    if (looked++ > 200) break
    const day = printedMoments(line.text, tag)[0]
    if (day)
      return [
        ofPrinted(line.text, day, {
          rule: 'extract/printed-date',
          printed: {line: n, start: day.start, end: day.end}
        })
      ]
  }
  const upload = /\/uploads\/((?:19|20)\d\d)\/(\d\d)\/(\d\d)\//u.exec(html)
  return upload
    ? [{value: `${upload[1]}-${upload[2]}-${upload[3]}`, rule: 'extract/upload'}]
    : []
}
