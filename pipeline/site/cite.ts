import {hasForm} from '../source/selection.ts'
import type {Edition} from '../source/types.ts'
import {turns} from '../tree/walk.ts'
import {type Citation, citationOf} from './citation.ts'
import {type CitationForm, citationForms} from './citation-files.ts'
import {citationStyles, sentence} from './citation-styles.ts'
import {type Html, html} from './html.ts'
import type {TextContext} from './inline.ts'
import {fill, type Interface} from './words.ts'

/**
 * How to cite an article, or the turn that the address points to: in a sentence, in two styles, and
 * in the forms that reference managers read. The script of the page puts in the turn.
 */
export function cite({article, ui}: TextContext, edition: Edition): Html {
  const {words, tag} = ui
  const citation = citationOf(article, edition)
  const example = turns(article)[0]?.id
  return html`<section id="cite" aria-labelledby="cite-heading" data-title="${words.cite}"><h2 id="cite-heading">${words.cite}</h2>
<blockquote id="cite-text"><p>${sentence(citation, tag, words.turn)}</p></blockquote>
<p class="act"><button type="button" data-copy="cite-text" data-done="${words.copied}" hidden>${words.copy}</button>${example !== undefined && html` <span class="tip">${words.citeTurn} <a href="#${example}"><bdi dir="ltr">#${example}</bdi></a></span>`}</p>
<dl class="styles">
${citationStyles.map(({name, print}) => row(name, html`<span id="cite-${name}">${print(citation, tag)}</span> ${copyButton(name, words)}`))}${hasForm(edition, 'cite.bib') && citationForms.map((form) => row(form.name, formText(form, citation, {ui, slug: article.id, hasTurns: example !== undefined})))}</dl>
</section>
`
}

const row = (name: string, value: Html): Html =>
  html`<div><dt><bdi dir="ltr">${name}</bdi></dt><dd>${value}</dd></div>\n`

const copyButton = (name: string, {copy, copied}: Interface['words']): Html =>
  html`<button type="button" class="quiet" data-copy="cite-${name}" data-done="${copied}" aria-label="${copy}: ${name}" hidden>${copy}</button>`

/** Stand for the anchor and the number of a turn: private characters, as a title may hold any word. */
const anchorMark = '\uE000'
const numberMark = '\uE001'

/** A form as a file, and as text; in `data-turn` the text for a turn, its anchor and number left open. */
function formText(
  {name, file, mediaType, print}: CitationForm,
  citation: Citation,
  {ui, slug, hasTurns}: {ui: Interface; slug: string; hasTurns: boolean}
): Html {
  const open = {anchor: anchorMark, name: fill(ui.words.turn, numberMark)}
  return html`<a href="${file}" type="${mediaType}" download="${slug}${file.slice(4)}"><bdi dir="ltr">${file}</bdi></a> ${copyButton(name, ui.words)}<details><summary>${ui.words.filterMessages}</summary><pre id="cite-${name}" dir="ltr" tabindex="0"${hasTurns && html` data-turn="${print(citation, open)}"`}>${print(citation)}</pre></details>`
}
