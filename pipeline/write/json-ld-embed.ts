import {hasForm} from '../source/selection.ts'
import type {Edition} from '../source/types.ts'
import {stringOf} from '../tree/facts.ts'
import {turnText} from '../tree/text.ts'
import type {Article, Dialogue, Named, Work} from '../tree/types.ts'
import {dialogues} from '../tree/walk.ts'
import {articleIri, editionTitle, nodeIri} from './iris.ts'
import {type Crumb, crumbList} from './json-ld-crumbs.ts'
import {entityType, namedType} from './json-ld-entities.ts'
import {imagesOf} from './json-ld-images.ts'
import {type JsonLdNode, node} from './json-ld-nodes.ts'
import {
  articleBody,
  commentNodes,
  contentFacts,
  duration,
  eventName,
  namedFacts,
  printedName,
  works
} from './json-ld-parts.ts'
import {rightsOf} from './json-ld-rights.ts'

/**
 * The profile that is embedded in the page: one tree with the article on top, publisher and speakers
 * written inline, one type a node, for readers that follow no references.
 * @param crumbs the way to the page, from the first page of the edition
 */
export function embedJsonLd(
  article: Article,
  edition: Edition,
  crumbs: readonly Crumb[] = crumbsTo(article, edition)
): {'@context': string} & JsonLdNode {
  const text = (field: string): string | undefined => stringOf(article.metadata, field)
  const page = articleIri(edition, article.id)
  const rights = rightsOf(article)
  const embed = node({
    '@type': 'NewsArticle',
    '@id': nodeIri(edition, article.id, 'article'),
    headline: text('headline'),
    alternativeHeadline: text('alternativeHeadline'),
    description: text('description'),
    inLanguage: article.language === 'und' ? undefined : article.language,
    datePublished: text('datePublished'),
    dateModified: text('dateModified'),
    author: agents(article, 'authors', 'Person'),
    publisher: agents(article, 'publisher', 'Organization'),
    sdPublisher: node({
      '@type': 'Organization',
      name: editionTitle(edition, article.language),
      url: edition.baseUrl
    }),
    mainEntityOfPage: pageNode(article, edition, crumbs),
    url: text('url'),
    license: rights.work ?? rights.license,
    copyrightNotice: rights.copyrightNotice,
    ...contentFacts(article),
    image: imagesOf(article).map((image) => image.node),
    about: dialogues(article).map((dialogue) => eventNode(article, dialogue)),
    isBasedOn: works(article).map(({work}) => workNode(article, work)),
    citation: works(article)[0]?.work.publisher?.name,
    encoding: hasForm(edition, 'article.jsonld')
      ? node({
          '@type': 'MediaObject',
          contentUrl: `${page}article.jsonld`,
          encodingFormat: 'application/ld+json'
        })
      : undefined,
    articleBody: articleBody(article),
    comment: commentNodes(article, (id) => nodeIri(edition, article.id, id)),
    hasPart: dialogues(article).map((dialogue) =>
      conversationNode(article, dialogue, edition)
    )
  })
  return {'@context': 'https://schema.org', ...embed}
}

/** The page, and the way to it from the first page of the edition. */
const pageNode = (
  article: Article,
  edition: Edition,
  crumbs: readonly Crumb[]
): JsonLdNode =>
  node({
    '@type': 'WebPage',
    '@id': articleIri(edition, article.id),
    breadcrumb: crumbList(crumbs)
  })

const crumbsTo = (article: Article, edition: Edition): Crumb[] => [
  {name: editionTitle(edition, article.language) ?? 'warraq', url: edition.baseUrl},
  {
    name: stringOf(article.metadata, 'headline') ?? article.id,
    url: articleIri(edition, article.id)
  }
]

const workNode = (article: Article, work: Work): JsonLdNode =>
  node({
    '@type': 'CreativeWork',
    name: work.name,
    url: work.url,
    publisher: work.publisher ? agent(article, work.publisher, 'Organization') : undefined
  })

function agent(article: Article, named: Named, type: string): JsonLdNode {
  const entity = article.entities.find((each) => each.id === named.id)
  return node({
    '@type': entity ? entityType(entity) : namedType(named, type),
    name: named.name
  })
}

const agents = (article: Article, field: string, type: string): JsonLdNode[] =>
  namedFacts(article, field).map((named) => agent(article, named, type))

function eventNode(article: Article, dialogue: Dialogue): JsonLdNode {
  const length = duration(dialogue)
  return node({
    '@type': 'Event',
    name: eventName(dialogue),
    startDate: stringOf(dialogue.metadata, 'startDate'),
    duration: length
      ? node({
          '@type': 'QuantitativeValue',
          value: length.value,
          minValue: length.minValue,
          maxValue: length.maxValue,
          unitCode: length.unitCode,
          description: length.text
        })
      : undefined,
    attendee: dialogue.participants.map((id) => personNode(article, id))
  })
}

const personNode = (article: Article, id: string): JsonLdNode =>
  node({
    '@type': 'Person',
    name: article.entities.find((entity) => entity.id === id)?.name
  })

function conversationNode(
  article: Article,
  dialogue: Dialogue,
  edition: Edition
): JsonLdNode {
  return node({
    '@type': 'Conversation',
    '@id': nodeIri(edition, article.id, dialogue.id),
    name: printedName(dialogue),
    inLanguage: article.language,
    hasPart: dialogue.children.flatMap((child) =>
      child.type === 'turn'
        ? [
            node({
              '@type': 'Message',
              '@id': nodeIri(edition, article.id, child.id),
              position: child.n,
              sender: child.speaker ? personNode(article, child.speaker) : undefined,
              text: turnText(child)
            })
          ]
        : []
    )
  })
}
