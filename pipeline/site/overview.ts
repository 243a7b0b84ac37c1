import type {Entity} from '../tree/types.ts'
import {entityPath} from './entity-paths.ts'
import {type Html, html} from './html.ts'
import {nameIn} from './names.ts'
import {arcPlot, barPlot, periodsOf, type Tie, timelinePlot} from './plots.ts'
import {largest, type Summary} from './summary.ts'
import {type Interface, number} from './words.ts'

/** When the articles were published, as a picture and as a table by year. */
export function timeline(dates: Summary['dates'], ui: Interface): Html | null {
  const periods = periodsOf(dates)
  const first = periods[0]
  const last = periods.at(-1)
  if (!first || !last || periods.length < 2) return null
  const {words} = ui
  const years = new Map<string, {articles: number; conversations: number}>()
  for (const {id, articles, conversations} of periods) {
    const before = years.get(id.slice(0, 4)) ?? {articles: 0, conversations: 0}
    years.set(id.slice(0, 4), {
      articles: before.articles + articles,
      conversations: before.conversations + conversations
    })
  }
  return html`<section aria-labelledby="timeline"><h2 id="timeline">${words.timeline}</h2>
<figure class="share">${timelinePlot(periods, ui.dir)}
<p class="ends" aria-hidden="true">${yearMarks(periods.map(({id}) => id)).map((year) => html`<span>${year}</span>`)}</p>
<p class="key" aria-hidden="true"><span><svg class="swatch" viewBox="0 0 10 10"><rect class="v1" width="10" height="10"/></svg> ${words.dialoguesCount}</span> <span><svg class="swatch" viewBox="0 0 10 10"><rect class="v0" width="10" height="10"/></svg> ${words.articlesWithout}</span></p>
<details><summary>${words.asTable}</summary><table><thead><tr>${[words.year, words.articlesCount, words.dialoguesCount].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${[...years].map(([year, each]) => html`<tr><th scope="row">${year}</th><td>${number(each.articles, ui)}</td><td>${number(each.conversations, ui)}</td></tr>\n`)}</tbody></table></details></figure></section>
`
}

/** The years under the timeline; of many, the first and the last. */
function yearMarks(ids: readonly string[]): string[] {
  const years = [...new Set(ids.map((id) => id.slice(0, 4)))]
  return years.length <= 8 ? years : [years[0] ?? '', years.at(-1) ?? '']
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
