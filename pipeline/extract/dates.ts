import {fromStated, ofPrinted, tellsChange} from './date-candidates.ts'
import {lastResorts} from './last-dates.ts'
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
  'article:published_time og:article:published_time article:published datepublished citation_publication_date citation_date citation_online_date publish_date publish-date publishdate pubdate publication_date publicationdate published_at published_time article.published originalpublicationdate article_date_original sailthru.date parsely-pub-date cxenseparse:recs:publishtime cxenseparse:publishtime dcterms.issued dc.date.issued displaydate rnews:datepublished bt:pubdate article:create_date video:release_date release_date shareaholic:article_published_time og:published_time og:pubdate pubyear iso-8601-publish-date article:publicationdate'.split(
    ' '
  )
/** Names of a day of which they do not say what happened on it. */
const vague = 'dcterms.created dc.date.created dcterms.date dc.date date timestamp'.split(
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
  const marks = marked(sought)
  const near = marks.filter(({isChange, isNear}) => !isChange && isNear)
  const far = marks.filter(({isChange, isNear}) => !isChange && !isNear)
  const changed = marks.filter(({isChange}) => isChange)
  const told = [
    ...stated,
    ...near.map(({candidate}) => candidate),
    ...fromUrl(sought),
    ...printedNear(sought),
    ...fromStated(metaValues(head, vague), 'extract/meta', tag),
    ...far.map(({candidate}) => candidate),
    ...changed.map(({candidate}) => candidate)
  ]
  return told.length > 0 ? inOwnClock(told) : lastResorts(sought)
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

/** Classes of elements that hold the day of publication. */
const dateTokens =
  /^(?:date|dateline|datetime|published|publish|pubdate|posted|timestamp|time|datum|fecha|data|zeit|publicado|entrydate|postdate|created)$/u
const updated = /^(?:updated?|modified|aktualisiert)$/u

/** What an element says of a day, and whether it says that it is that of a change. */
interface Marked {
  readonly candidate: Candidate
  readonly isChange: boolean
  /** True near the headline, and not in the head of the page, where the day of today may stand. */
  readonly isNear: boolean
}

/** `itemprop=datePublished`, `<time>`, elements whose names say that they hold a date; nearest to the headline first. */
function marked(sought: Sought): Marked[] {
  const found: (Marked & {rank: number})[] = []
  for (const box of sought.page.boxes) {
    const kind = kindOf(box)
    if (kind === null || isForeign(box)) continue
    const candidate = ofBox(sought, box)
    if (!candidate) continue
    const line = candidate.printed?.line ?? box.first
    const isBehind = sought.headline.line >= 0 && line < sought.headline.line - 8
    const gap = distance(sought, line)
    const rank = kind * 40 + Math.min(400, gap) + (isBehind ? 60 : 0)
    const isNear = kind === 0 || gap === 1000 || (gap < 40 && !isBehind)
    found.push({candidate, rank, isChange: kind > 4, isNear})
  }
  return found.sort((a, b) => a.rank - b.rank)
}

/** 0 for what says to be the day of publication, more for what may be; null for what holds no date. */
function kindOf(box: Box): number | null {
  const name = (property(box) || attribute(box.element, 'property')).toLowerCase()
  const isUpdate =
    name.includes('datemodified') || box.tokens.some((token) => updated.test(token))
  if (/datepublished|datecreated/u.test(name)) return 0
  if (box.tag === 'time') return isUpdate && !box.tokens.includes('published') ? 5 : 1
  if (box.last - box.first > 3) return null
  if (box.tokens.some((token) => dateTokens.test(token))) return isUpdate ? 6 : 2
  return isUpdate ? 7 : null
}

function ofBox({page, tag}: Sought, box: Box): Candidate | null {
  const text = textOfBox(box)
  if (text.length > 160) return null
  const written =
    ['dateTime', 'content', 'title']
      .map((name) => attribute(box.element, name))
      .find((value) => value !== '' && /\d/u.test(value)) ?? ''
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
  const isChange = (n: number): boolean => tellsChange.test(page.lines[n]?.text ?? '')
  const sorted = [...order.filter((n) => !isChange(n)), ...order.filter(isChange)]
  return sorted.flatMap((n) => {
    const line = page.lines[n]
    if (!line || line.text.length > 2000) return []
    const isLink = line.linked > line.text.length * 0.9
    const day = printedMoments(line.text, tag)[0]
    if (day && isLink && day.end - day.start < line.text.length - 2) return []
    if (!day || (line.text.length > 90 && reasons[n] === null && !opens(line.text, day)))
      return []
    const printed = {line: n, start: day.start, end: day.end}
    return [ofPrinted(line.text, day, {rule: 'extract/dateline', printed})]
  })
}

/** True where a line begins with a day and a mark behind it: “29.11.2022 – In Berlin…”. */
const opens = (text: string, {start, end}: Moment): boolean =>
  start < 30 && /^\s*[–—|:·•„“"-]/u.test(text.slice(end, end + 3))

function fromUrl({head}: Sought): Candidate[] {
  const list = [head.canonical, ...metaValues(head, ['og:url'])]
  return list.flatMap((stated) => {
    const value = stated ? momentOfUrl(stated.value) : null
    return stated && value
      ? [{value, text: stated.value, rule: 'extract/date-of-address', stated}]
      : []
  })
}
