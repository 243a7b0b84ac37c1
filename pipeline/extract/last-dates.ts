import {fromStated, ofPrinted, tellsChange} from './date-candidates.ts'
import {linkedValues} from './linked.ts'
import {printedMoments} from './moments.ts'
import {type Candidate, isForeign, type Sought} from './sought.ts'

/** The day of publication of a page that tells it nowhere in particular: by its scripts, else by any day that it prints. */
export function lastResorts(sought: Sought): Candidate[] {
  const {head, tag} = sought
  const found = [
    ...inScripts(sought),
    ...fromStated(linkedValues(head, 'dateCreated'), 'extract/json-ld', tag),
    ...fromStated(linkedValues(head, 'uploadDate'), 'extract/json-ld', tag)
  ]
  return found.length > 0 ? found : anywhere(sought)
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
