import {factOf, stringOf} from '../tree/facts.ts'
import type {Article} from '../tree/types.ts'
import {type JsonLdNode, node} from './json-ld-nodes.ts'

/** What is said of the rights in an article. */
interface Rights {
  /** Address of its licence: as it is written, or that of the SPDX id that is declared. */
  readonly license?: string
  /** The licence in words, where nobody gives an address. */
  readonly work?: JsonLdNode
  readonly copyrightNotice: string | undefined
}

/**
 * Rights of an article. A licence is an address or a work in schema.org: words alone are the name of one.
 * @param iri of the node of such a work; left out, the node has none
 * @see https://schema.org/license https://spdx.org/licenses/
 */
export function rightsOf(article: Article, iri?: string): Rights {
  const copyrightNotice =
    article.source.rights ?? stringOf(article.metadata, 'copyrightNotice')
  const fact = factOf(article.metadata, 'license')
  const said = stringOf(article.metadata, 'license')
  if (said === undefined) return {copyrightNotice}
  if (/^https?:/iu.test(said)) return {license: said, copyrightNotice}
  if (fact?.basis === 'declared' && /^[A-Za-z0-9][A-Za-z0-9.+-]*$/u.test(said))
    return {license: `https://spdx.org/licenses/${said}`, copyrightNotice}
  const work = {'@type': 'CreativeWork', ...(iri ? {'@id': iri} : {}), name: said}
  return {work: node(work), copyrightNotice}
}
