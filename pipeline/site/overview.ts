import type {Entity} from '../tree/types.ts'
import {printDay} from './dates.ts'
import {entityPath} from './entity-paths.ts'
import {type Html, html} from './html.ts'
import {nameIn} from './names.ts'
import {type Dated, type Timeline, timelineOf} from './periods.ts'
import {arcPlot, barPlot, type Tie, timelinePlot} from './plots.ts'
import {largest, type Summary} from './summary.ts'
import {type Interface, number} from './words.ts'

/** When the articles were published, and the dates that they speak of. */
export function timelines({dates, told}: Summary, ui: Interface): Html | null {
  const {words} = ui
  const published = dates.map(
    ({date, speaks}): Dated => ({
      date,
      amounts: speaks ? [1, 0] : [0, 1]
    })
  )
  const spoken = [...told].map(([date, times]): Dated => ({date, amounts: [times, 0]}))
  const swatch = (name: string, word: string): Html =>
    html`<span><svg class="swatch" viewBox="0 0 10 10"><rect class="${name}" width="10" height="10"/></svg> ${word}</span>`
  const key = html`<p class="key" aria-hidden="true">${swatch('v1', words.dialoguesCount)} ${swatch('v0', words.articlesWithout)}</p>\n`
  const plots = [
    timeline(published, {
      ...{title: words.published, key, ui},
      heads: [words.dialoguesCount, words.articlesWithout]
    }),
    timeline(spoken, {title: words.datesTold, ui, heads: [words.mentionsTotal]})
  ].filter((plot) => plot !== null)
  return plots.length === 0
    ? null
    : html`<section aria-labelledby="timeline"><h2 id="timeline">${words.timeline}</h2>\n${plots}</section>\n`
}

interface Captioned {
  readonly title: string
  readonly key?: Html
  /** What the columns of its table are called. */
  readonly heads: readonly string[]
  readonly ui: Interface
}

/** One timeline as a picture, and as a table of the periods that have something. */
function timeline(
  dated: readonly Dated[],
  {title, key, heads, ui}: Captioned
): Html | null {
  const line = timelineOf(dated)
  if (!line) return null
  const {words} = ui
  const full = line.periods.filter(({amounts: [a, b]}) => a + b > 0)
  return html`<figure class="share"><figcaption>${title}</figcaption>
${timelinePlot(line, ui.dir)}
<p class="scale" aria-hidden="true">${marksOf(line, ui).map((mark) => html`<span>${mark}</span>`)}</p>
${key}<details><summary>${words.asTable}</summary><table><thead><tr>${[words.kindDate, ...heads].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${full.map(({id, amounts}) => html`<tr><th scope="row">${printDay(id, ui.tag)}</th>${heads.map((_, n) => html`<td>${number(amounts[n] ?? 0, ui)}</td>`)}</tr>\n`)}</tbody></table></details></figure>
`
}

/** The name of each block: a year, else its first month or day; the first month with its year. */
function marksOf({periods, block}: Timeline, {tag}: Interface): string[] {
  return periods.flatMap(({id}, n) => {
    if (n % block > 0) return []
    const parts = id.split('-')
    if (parts.length === 1 || (parts.length === 2 && block % 12 === 0))
      return [String(Number(parts[0]))]
    const options: Intl.DateTimeFormatOptions =
      parts.length === 2 ? {month: 'short'} : {month: 'short', day: 'numeric'}
    return [
      n === 0 && parts.length === 2
        ? printDay(id, tag, {year: 'numeric', ...options})
        : printDay(id, tag, options)
    ]
  })
}

/** Speakers that a picture shows. */
const shown = 12

/** Words by speaker, and who speaks with whom. */
export function speechPlots(
  {said, pairs, entities}: Summary,
  ui: Interface
): Html | null {
  const speakers = largest(
    [...said].map(([id, {words}]) => [id, words] as const),
    shown
  ).flatMap(([id, words]) => {
    const entity = entities.get(id)
    return entity ? [{entity, words, turns: said.get(id)?.turns ?? 0}] : []
  })
  if (speakers.length === 0) return null
  const {words} = ui
  const most = speakers[0]?.words ?? 1
  return html`<div class="plots"><section aria-labelledby="by-speaker"><h2 id="by-speaker">${words.wordsBySpeaker}</h2>
<table class="bars"><thead><tr><th scope="col">${words.speaker}</th><th scope="col">${words.turns}</th><th scope="col">${words.wordsHeading}</th></tr></thead>
<tbody>${speakers.map((each) => html`<tr><th scope="row">${link(each.entity, ui)}</th><td>${number(each.turns, ui)}</td><td class="wide">${barPlot(each.words / most, ui.dir)}<span>${number(each.words, ui)}</span></td></tr>\n`)}</tbody></table></section>
${company(
  speakers.map(({entity}) => entity),
  pairs,
  ui
)}</div>`
}

function company(
  speakers: readonly Entity[],
  pairs: Summary['pairs'],
  ui: Interface
): Html | null {
  const ties = tiesOf(speakers, pairs)
  if (ties.length === 0) return null
  const {words} = ui
  const used = speakers.flatMap((_, n) =>
    ties.some(({from, to}) => from === n || to === n) ? [n] : []
  )
  const rows = used.flatMap((n) => speakers[n] ?? [])
  const place = (n: number): number => used.indexOf(n)
  return html`<section aria-labelledby="with-whom"><h2 id="with-whom">${words.whoWithWhom}</h2>
<figure class="share"><div class="company"><ol role="list">${rows.map((entity) => html`<li>${link(entity, ui)}</li>\n`)}</ol>
${arcPlot(
  rows.length,
  ties.map((tie) => ({...tie, from: place(tie.from), to: place(tie.to)})),
  ui.dir
)}</div>
<details><summary>${words.asTable}</summary><table><thead><tr><th scope="col">${words.speaker}</th><th scope="col">${words.spokeWith}</th><th scope="col">${words.turnsTogether}</th></tr></thead>
<tbody>${ties.map(({from, to, weight}) => html`<tr><th scope="row">${name(speakers[from], ui)}</th><td>${name(speakers[to], ui)}</td><td>${number(weight, ui)}</td></tr>\n`)}</tbody></table></details>
<figcaption>${words.whoWithWhomNote}</figcaption></figure></section>
`
}

function tiesOf(speakers: readonly Entity[], pairs: Summary['pairs']): Tie[] {
  const place = new Map(speakers.map(({id}, n) => [id, n]))
  return largest(pairs, 60).flatMap(([key, weight]) => {
    const [one = '', two = ''] = key.split(' ')
    const from = place.get(one)
    const to = place.get(two)
    return from === undefined || to === undefined ? [] : [{from, to, weight}]
  })
}

const link = (entity: Entity, ui: Interface): Html =>
  html`<a href="${entityPath(entity)}">${nameIn(entity, ui)}</a>`

const name = (entity: Entity | undefined, ui: Interface): Html | null =>
  entity ? nameIn(entity, ui) : null
