import type {Edition} from '../source/types.ts'
import {turns} from '../tree/walk.ts'
import {citationOf} from './citation.ts'
import {citationForms} from './citation-files.ts'
import {citationStyles, sentence} from './citation-styles.ts'
import {type Html, html} from './html.ts'
import type {TextContext} from './inline.ts'

/** How to cite an article or one turn of it: in a sentence, in two styles, and as files. */
export function cite({article, ui}: TextContext, edition: Edition): Html {
  const {words, tag} = ui
  const citation = citationOf(article, edition)
  const example = turns(article)[0]?.id
  return html`<section id="cite" aria-labelledby="cite-heading"><h2 id="cite-heading">${words.cite}</h2>
<blockquote id="cite-text"><p>${sentence(citation, tag, words.turn)}</p></blockquote>
<p class="act"><button type="button" data-copy="cite-text" data-done="${words.copied}" hidden>${words.copy}</button>${example !== undefined && html` <span class="tip">${words.citeTurn} <a href="#${example}"><bdi dir="ltr">#${example}</bdi></a></span>`}</p>
<dl class="styles">
${citationStyles.map(({name, print}) => html`<div><dt><bdi>${name}</bdi></dt><dd>${print(citation, tag)}</dd></div>\n`)}</dl>
<p class="as">${citationForms.map(({file, name, mediaType}) => html`<a href="${file}" type="${mediaType}" download="${article.id}${file.slice(4)}"><bdi dir="ltr">${name}</bdi></a> `)}</p>
</section>
`
}
