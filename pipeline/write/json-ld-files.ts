import {hasForm} from '../source/selection.ts'
import type {Edition} from '../source/types.ts'
import type {Article} from '../tree/types.ts'
import {articleIri, editionTitle, nodeIri, siteIri} from './iris.ts'
import {type JsonLdNode, node} from './json-ld-nodes.ts'

const teiOf = (article: Article, edition: Edition): string =>
  `${articleIri(edition, article.id)}article.tei.xml`

/** The ids of the nodes of files. */
export const filesOf = (article: Article, edition: Edition): string[] => [
  nodeIri(edition, article.id, 'source-file'),
  ...(hasForm(edition, 'article.tei.xml') ? [teiOf(article, edition)] : [])
]

/** The source as received, and the TEI made of it. */
export function fileNodes(article: Article, edition: Edition): JsonLdNode[] {
  const {source} = article
  const tei = teiOf(article, edition)
  return [
    node({
      '@type': 'MediaObject',
      '@id': nodeIri(edition, article.id, 'source-file'),
      name: source.path.split('/').at(-1),
      encodingFormat: `${source.mediaType}; charset=${source.encoding}`,
      contentSize: `${source.bytes} B`,
      sha256: source.sha256
    }),
    ...(hasForm(edition, 'article.tei.xml')
      ? [
          node({
            '@type': 'MediaObject',
            '@id': tei,
            contentUrl: tei,
            encodingFormat: 'application/tei+xml'
          })
        ]
      : [])
  ]
}

/** The organisation that publishes the edition. */
export function siteNode(article: Article, edition: Edition): JsonLdNode {
  return node({
    '@type': 'Organization',
    '@id': siteIri(edition),
    name: editionTitle(edition, article.language),
    url: edition.baseUrl
  })
}
