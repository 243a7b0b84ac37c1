import type {Output} from '../write/output.ts'
import {html} from './html.ts'
import {document} from './shell.ts'
import {editionInterface} from './words.ts'

/** What a server shows for an address that is not there; it works from any depth only at the root. */
export const notFoundPage: Output = {
  name: 'not-found',
  async *edition(_results, edition) {
    const ui = editionInterface(edition)
    const {words} = ui
    yield {
      path: '404.html',
      bytes: document({
        path: '404.html',
        title: words.notFound,
        ui,
        edition,
        isCanonical: false,
        main: html`<div class="page"><header class="top"><h1>${words.notFound}</h1><p class="lede">${words.notFoundText}</p></header>
<p><a href="index.html">${words.home}</a></p></div>`
      })
    }
  }
}
