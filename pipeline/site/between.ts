import type {Edition} from '../source/types.ts'
import type {Surroundings} from '../write/output.ts'
import type {Neighbour} from '../write/sequence.ts'
import {collectionPath, collectionTitle} from './collection-paths.ts'
import {type Html, html} from './html.ts'
import type {TextContext} from './inline.ts'

/** The way to what was published before and after, and up to the collection. */
export function between(
  around: Surroundings | undefined,
  {article, ui}: TextContext,
  edition: Edition
): Html {
  const {words} = ui
  const link = (
    rel: 'prev' | 'next',
    word: string,
    to: Neighbour | undefined
  ): Html | null =>
    to
      ? html`<a class="${rel}" rel="${rel}" href="../${to.id}/index.html"><small>${word}</small> <bdi lang="${to.language}" dir="${to.dir}">${to.title}</bdi></a>`
      : null
  return html`<nav class="between" aria-label="${words.inEdition}">${link('prev', words.previous, around?.previous)}<a class="up" href="../../${collectionPath(article.collection)}"><small>${words.collection}</small> <bdi>${collectionTitle(edition, article.collection)}</bdi></a>${link('next', words.next, around?.next)}</nav>`
}
