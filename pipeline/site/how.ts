import type {Edition} from '../source/types.ts'
import {editionTitle} from '../write/iris.ts'
import type {Output} from '../write/output.ts'
import {citationWords} from './citation-words.ts'
import {type Html, html} from './html.ts'
import {document} from './shell.ts'
import {editionInterface, type Interface} from './words.ts'

/** How the edition was made, what its facts rest on, its terms. */
export const howPage: Output = {
  name: 'how',
  async *edition(_results, edition) {
    const ui = editionInterface(edition)
    const {words} = ui
    const path = 'about/index.html'
    const kinds = [
      ['stated', words.stated, words.howStated],
      ['inferred', words.inferred, words.howInferred],
      ['declared', words.declared, words.howDeclared]
    ] as const
    yield {
      path,
      bytes: document({
        path,
        title: words.howTitle,
        description: words.howIntro,
        ui,
        edition,
        current: 'how',
        above: [],
        main: html`<div class="page prose">
<header class="top"><h1>${words.howTitle}</h1><p class="lede">${words.howIntro}</p></header>
<section><h2>${words.howFacts}</h2>
<dl class="prov">${kinds.map(([name, term, text]) => html`<div><dt><span class="basis-${name}">${term}</span></dt><dd>${text}</dd></div>\n`)}</dl></section>
<section><h2>${words.howNothingLost}</h2><p>${words.howNothingLostText}</p></section>
<section><h2>${words.howRepeat}</h2><p>${sums(words.howRepeatText)}</p></section>
<section><h2>${words.howTerms}</h2>${terms(edition, ui)}</section>
<section><h2>${words.howCite}</h2><blockquote class="cite"><p>${citation(edition, ui)}</p></blockquote></section>
</div>`
      })
    }
  }
}

/** The name of the file of digests in a sentence is the way to it. */
const sums = (sentence: string): Html[] =>
  sentence
    .split('sha256sums.txt')
    .map(
      (part, n) =>
        html`${n > 0 && html`<a href="../sha256sums.txt"><bdi dir="ltr">sha256sums.txt</bdi></a>`}${part}`
    )

function terms({license, collections}: Edition, {words}: Interface): Html {
  const rights = [...new Set(collections.flatMap((each) => each.rights ?? []))]
  const own =
    license === undefined
      ? html`<p>${words.howNoLicence}</p>`
      : html`<p><a href="${license.includes('://') ? license : `https://spdx.org/licenses/${license}`}" rel="license external"><bdi dir="ltr">${license}</bdi></a></p>`
  return html`${own}${rights.length > 0 && html`<ul class="plain">${rights.map((each) => html`<li><bdi>${each}</bdi></li>`)}</ul>`}`
}

/** Who made it, its title, version, year and address; what is not declared is left out. */
function citation(edition: Edition, {tag, words}: Interface): Html {
  const title = editionTitle(edition, tag) ?? 'warraq'
  const {comma} = citationWords(tag)
  const creators = edition.creators.map(
    ({name}, n) => html`${n > 0 && comma}<bdi>${name}</bdi>`
  )
  const parts = [
    title,
    edition.version && `${words.version} ${edition.version}`,
    edition.date?.slice(0, 4),
    edition.publisher?.name
  ].filter((part) => part !== undefined && part !== '')
  const address = edition.doi ? `https://doi.org/${edition.doi}` : edition.baseUrl
  return html`${creators.length > 0 && html`${creators}. `}${parts.map((part) => html`<bdi>${part}</bdi>. `)}<bdi dir="ltr">${address}</bdi>`
}
