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
  const marks = marked(sought)
  const told = [
    ...stated,
    ...marks.filter(({isChange}) => !isChange).map(({candidate}) => candidate),
    ...fromUrl(sought),
    ...printedNear(sought),
    ...marks.filter(({isChange}) => isChange).map(({candidate}) => candidate)
  ]
  return told.length > 0 ? inOwnClock(told) : lastResorts(sought)
}

function lastResorts(sought: Sought): Candidate[] {
  const {head, tag} = sought
  const found = [
    ...inScripts(sought),
    ...fromStated(linkedValues(head, 'dateCreated'), 'extract/json-ld', tag),
    ...fromStated(linkedValues(head, 'uploadDate'), 'extract/json-ld', tag)
  ]
  return found.length > 0 ? found : anywhere(sought)
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

/** What an element says of a day, and whether it says that it is that of a change. */
interface Marked {
  readonly candidate: Candidate
  readonly isChange: boolean
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
    const rank = kind * 40 + Math.min(400, distance(sought, line)) + (isBehind ? 60 : 0)
    found.push({candidate, rank, isChange: kind > 4})
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
  const isChange = (n: number): boolean => tellsChange.test(page.lines[n]?.text ?? '')
  const sorted = [...order.filter((n) => !isChange(n)), ...order.filter(isChange)]
  return sorted.flatMap((n) => {
    const line = page.lines[n]
    if (!line || line.text.length > 2000 || line.linked > line.text.length * 0.9)
      return []
    const day = printedMoments(line.text, tag)[0]
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

/** The first line with a date anywhere, and the days of images as a last resort. */
function anywhere(sought: Sought): Candidate[] {
  const {page, html} = sought
  const dated = page.lines.flatMap((line, n) =>
    line.text.length <= 200 && /\p{Nd}/u.test(line.text) ? [n] : []
  )
  const own = dated.filter((n) => !isForeign(page.lines[n]?.block))
  const found = firstOf(sought, own) ?? firstOf(sought, dated.slice(-30))
  if (found) return [found]
  const upload = /\/uploads\/((?:19|20)\d\d)\/(\d\d)\/(\d\d)\//u.exec(html)
  return upload
    ? [{value: `${upload[1]}-${upload[2]}-${upload[3]}`, rule: 'extract/upload'}]
    : []
}

/** The first of some lines that has a date; one that tells of a change holds where no other has one. */
function firstOf({page, tag}: Sought, lines: readonly number[]): Candidate | undefined {
  let changed: Candidate | undefined
  for (const n of lines.slice(0, 200)) {
    const text = page.lines[n]?.text ?? ''
    const day = printedMoments(text, tag)[0]
    if (!day) continue
    const printed = {line: n, start: day.start, end: day.end}
    const found = ofPrinted(text, day, {rule: 'extract/printed-date', printed})
    if (!tellsChange.test(text)) return found
    changed ??= found
  }
  return changed
}

/** Words of a line that tells when a page was changed, not when it was published. */
const tellsChange =
  /updat|aktualis|änder|modif|edited|mis à jour|actualiz|atualiz|aggiorn|обновл|изменен|تحديث|تعديل|روزرسانی/iu
