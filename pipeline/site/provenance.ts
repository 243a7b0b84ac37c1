import {harmless} from '../diagnostics/format.ts'
import type {Article, Fact} from '../tree/types.ts'
import {dialogues} from '../tree/walk.ts'
import {withFigures} from './dates.ts'
import {type Html, html} from './html.ts'
import type {TextContext} from './inline.ts'
import {count} from './words.ts'

/** Where the text comes from, what was declared, what was worked out and what was set aside. */
export function provenance(context: TextContext): Html {
  const {article, ui} = context
  const {words} = ui
  const {source} = article
  const rows: [string, Html][] = [
    [
      words.file,
      html`<bdi dir="ltr"><code>${source.path}</code></bdi>, ${count('bytes', source.bytes, ui)}`
    ],
    [
      words.fingerprint,
      html`<bdi dir="ltr"><code class="hash">${source.sha256}</code></bdi>`
    ],
    [
      words.encoding,
      html`<bdi dir="ltr">${source.encoding}</bdi> · ${count('lines', source.lines, ui)}`
    ],
    [words.address, address(article, words.notGiven)],
    ...(source.rights === undefined
      ? []
      : [[words.rights, html`<bdi>${source.rights}</bdi>`] satisfies [string, Html]]),
    ...(source.setAside.length > 0
      ? [[words.setAside, setAside(context)] satisfies [string, Html]]
      : [])
  ]
  return html`<section id="source" aria-labelledby="source-heading"><h2 id="source-heading">${words.source}</h2>
<p>${words.sourceNote} <a href="proof/index.html">${words.proofLink}</a>.</p>
<dl class="prov">
${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>
${declared(context)}${workedOut(context)}</section>
`
}

function address({source}: Article, notGiven: string): Html {
  if (source.url === undefined) return html`${notGiven}`
  return html`<a href="${source.url}" rel="external nofollow"><bdi dir="ltr">${source.url}</bdi></a>`
}

/** Shown at most; the tree has all of them. */
const shown = 8

const setAside = ({article: {source}, ui}: TextContext): Html =>
  html`<ul class="plain">${source.setAside
    .slice(0, shown)
    .map(
      ({value, reason, position}) =>
        html`<li><bdi>${harmless(value.slice(0, 120))}</bdi> <small><bdi dir="ltr">${reason}, ${position.start.line}:${position.start.column}</bdi></small></li>`
    )}${source.setAside.length > shown && html`<li>${count('more', source.setAside.length - shown, ui)}</li>`}</ul>`

function declared({article, ui}: TextContext): Html | null {
  const fields = [
    ...Object.entries(article.metadata),
    ...dialogues(article).flatMap(({metadata}) => Object.entries(metadata))
  ].flatMap(([field, facts]) =>
    facts.flatMap((fact) => (fact.basis === 'declared' ? [{field, fact}] : []))
  )
  if (fields.length === 0) return null
  return html`<h3>${ui.words.declared}</h3>
<p>${ui.words.declaredIntro}</p>
<dl class="prov">
${fields.map(
  ({field, fact}) =>
    html`<div><dt><bdi dir="ltr">${field}</bdi></dt><dd><bdi>${valueText(fact)}</bdi> <small><bdi>${fact.because}</bdi></small></dd></div>\n`
)}</dl>
`
}

function valueText({value}: Fact): string {
  if (typeof value !== 'object') return String(value)
  return 'name' in value ? value.name : value.text
}

/** Each inference in a sentence; its anchor is that of the Claim in the graph. */
function workedOut({readings, ui}: TextContext): Html | null {
  if (readings.length === 0) return null
  return html`<h3>${ui.words.inferredNotes}</h3>
<p>${ui.words.inferredIntro}</p>
<ul class="plain claims">
${readings.map(({id, text, language}) => html`<li id="${id}"><bdi lang="${language}">${withFigures(text)}</bdi></li>\n`)}</ul>
`
}
