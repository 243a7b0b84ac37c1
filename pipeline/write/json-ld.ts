import type {Edition} from '../source/types.ts'
import {stringOf} from '../tree/facts.ts'
import {isMention} from '../tree/guards.ts'
import {turnText} from '../tree/text.ts'
import type {Article, Dialogue, Named, Turn} from '../tree/types.ts'
import {dialogues, walk} from '../tree/walk.ts'
import {articleIri, entityIri, nodeIri, siteIri} from './iris.ts'
import {claimNodes} from './json-ld-claims.ts'
import {entityNode, namedType} from './json-ld-entities.ts'
import {eventNodes} from './json-ld-events.ts'
import {fileNodes, filesOf, siteNode} from './json-ld-files.ts'
import {imagesOf} from './json-ld-images.ts'
import {type JsonLdNode, node, ref} from './json-ld-nodes.ts'
import {
  articleBody,
  commentNodes,
  contentFacts,
  eventId,
  mentionedIds,
  namedFacts,
  printedName,
  workId,
  works
} from './json-ld-parts.ts'
import {rightsOf} from './json-ld-rights.ts'
import type {Output} from './output.ts'

/** The full schema.org graph: every node flat with an absolute id, links by reference, no blank node. */
export const jsonLd: Output = {
  name: 'json-ld',
  article: (article, edition) => [
    {
      path: `articles/${article.id}/article.jsonld`,
      bytes: `${JSON.stringify({'@context': 'https://schema.org', '@graph': fullGraph(article, edition)}, null, 1)}\n`
    }
  ]
}

interface Graph {
  readonly edition: Edition
  readonly nodes: readonly JsonLdNode[]
}

const graphs = new WeakMap<Article, Graph>()

/** The nodes of an article's graph, the NewsArticle first: made once for its own file and for the graph of the edition. */
export function fullGraph(article: Article, edition: Edition): readonly JsonLdNode[] {
  const known = graphs.get(article)
  if (known?.edition === edition) return known.nodes
  const nodes = graphNodes(article, edition)
  graphs.set(article, {edition, nodes})
  return nodes
}

function graphNodes(article: Article, edition: Edition): JsonLdNode[] {
  const own = (id: string): string => nodeIri(edition, article.id, id)
  const all = dialogues(article)
  return [
    articleNode(article, edition),
    ...all.map((dialogue) => conversationNode(article, dialogue, edition)),
    ...all.flatMap((dialogue) =>
      dialogue.children.flatMap((child) =>
        child.type === 'turn' ? [turnNode(article, {dialogue, turn: child}, edition)] : []
      )
    ),
    ...all.flatMap((dialogue) => eventNodes(article, dialogue, edition)),
    ...article.entities.map((entity) => entityNode(entity, article, edition)),
    ...localAgents(article, edition),
    ...works(article).map(({work}, n) =>
      node({
        '@type': 'CreativeWork',
        '@id': own(workId(work, n)),
        name: work.name,
        url: work.url,
        publisher: work.publisher
          ? ref(
              agentIri(article, edition, work.publisher, `${workId(work, n)}-publisher`)
            )
          : undefined
      })
    ),
    ...imagesOf(article, own).map((image) => image.node),
    ...commentNodes(article, own),
    ...[rightsOf(article, own('license')).work ?? []].flat(),
    ...fileNodes(article, edition),
    node({
      '@type': 'WebPage',
      '@id': articleIri(edition, article.id),
      inLanguage: article.language,
      publisher: ref(siteIri(edition)),
      mainEntity: ref(own('article'))
    }),
    siteNode(article, edition),
    ...claimNodes(article, edition, (dialogue) => eventId(article, dialogue))
  ]
}

function articleNode(article: Article, edition: Edition): JsonLdNode {
  const own = (id: string): string => nodeIri(edition, article.id, id)
  const text = (field: string): string | undefined => stringOf(article.metadata, field)
  const rights = rightsOf(article, own('license'))
  const based = works(article).map(({work}, n) => ref(own(workId(work, n))))
  const agents = (field: string) =>
    namedFacts(article, field).map((named, n) =>
      ref(agentIri(article, edition, named, `${field}-${n + 1}`))
    )
  const byId = new Map(article.entities.map((entity) => [entity.id, entity]))
  return node({
    '@type': 'NewsArticle',
    '@id': own('article'),
    headline: text('headline'),
    alternativeHeadline: text('alternativeHeadline'),
    description: text('description'),
    inLanguage: article.language === 'und' ? undefined : article.language,
    datePublished: text('datePublished'),
    dateModified: text('dateModified'),
    author: agents('authors'),
    publisher: agents('publisher'),
    sdPublisher: ref(siteIri(edition)),
    maintainer: ref(siteIri(edition)),
    mainEntityOfPage: ref(articleIri(edition, article.id)),
    url: text('url'),
    license: rights.work ? ref(own('license')) : rights.license,
    copyrightNotice: rights.copyrightNotice,
    ...contentFacts(article),
    image: imagesOf(article, own).map(({id}) => ref(own(id))),
    about: dialogues(article).map((dialogue) => ref(own(eventId(article, dialogue)))),
    mentions: mentionedIds(article).flatMap((id) => {
      const entity = byId.get(id)
      return entity ? [ref(entityIri(edition, article, entity))] : []
    }),
    isBasedOn: based,
    citation: based,
    encoding: filesOf(article, edition).map(ref),
    articleBody: articleBody(article),
    comment: commentNodes(article, own).map(refTo),
    hasPart: dialogues(article).map((dialogue) => ref(own(dialogue.id)))
  })
}

const refTo = ({'@id': id}: JsonLdNode) => ref(id ?? '')

function conversationNode(
  article: Article,
  dialogue: Dialogue,
  edition: Edition
): JsonLdNode {
  const own = (id: string): string => nodeIri(edition, article.id, id)
  return node({
    '@type': 'Conversation',
    '@id': own(dialogue.id),
    name: printedName(dialogue),
    inLanguage: article.language,
    isPartOf: ref(own('article')),
    recordedAt: ref(own(eventId(article, dialogue))),
    isBasedOn: works(article).flatMap((each, n) =>
      each.dialogue === dialogue ? [ref(own(workId(each.work, n)))] : []
    ),
    hasPart: dialogue.children.flatMap((child) =>
      child.type === 'turn' ? [ref(own(child.id))] : []
    )
  })
}

function turnNode(
  article: Article,
  {dialogue, turn}: {dialogue: Dialogue; turn: Turn},
  edition: Edition
): JsonLdNode {
  const own = (id: string): string => nodeIri(edition, article.id, id)
  const iri = (id: string | null | undefined) => {
    const entity = article.entities.find((each) => each.id === id)
    return entity ? ref(entityIri(edition, article, entity)) : undefined
  }
  const others = dialogue.participants.filter((id) => id !== turn.speaker)
  const recipient =
    turn.speaker && dialogue.participants.length === 2 ? others[0] : undefined
  return node({
    '@type': ['Message', 'Quotation'],
    '@id': own(turn.id),
    position: turn.n,
    sender: iri(turn.speaker),
    creator: iri(turn.speaker),
    recipient: iri(recipient),
    text: turnText(turn),
    inLanguage: article.language,
    mentions: namedIn(turn).flatMap((id) => iri(id) ?? []),
    isPartOf: ref(own(dialogue.id))
  })
}

/** Who and what a turn names, in reading order. */
const namedIn = (turn: Turn): string[] => [
  ...new Set([...walk(turn)].filter(isMention).map((mention) => mention.entity))
]

/** An agent of the authority file, else one that this article alone names. */
function agentIri(
  article: Article,
  edition: Edition,
  {id}: Named,
  fragment: string
): string {
  const entity = id ? article.entities.find((each) => each.id === id) : undefined
  return entity
    ? entityIri(edition, article, entity)
    : nodeIri(edition, article.id, fragment)
}

/** Authors and publishers that no authority file knows. */
function localAgents(article: Article, edition: Edition): JsonLdNode[] {
  const own = (id: string): string => nodeIri(edition, article.id, id)
  const known = new Set(article.entities.map((entity) => entity.id))
  const make = (type: string, named: Named, fragment: string): JsonLdNode[] =>
    named.id && known.has(named.id)
      ? []
      : [
          node({
            '@type': namedType(named, type),
            '@id': own(fragment),
            name: named.name
          })
        ]
  return [
    ...namedFacts(article, 'authors').flatMap((named, n) =>
      make('Person', named, `authors-${n + 1}`)
    ),
    ...namedFacts(article, 'publisher').flatMap((named, n) =>
      make('Organization', named, `publisher-${n + 1}`)
    ),
    ...works(article).flatMap(({work}, n) =>
      work.publisher
        ? make('Organization', work.publisher, `${workId(work, n)}-publisher`)
        : []
    )
  ]
}
