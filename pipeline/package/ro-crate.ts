import type {Edition} from '../source/types.ts'
import type {Creator} from '../tree/types.ts'
import {about, agentType, creatorUrl, given, licence} from './about.ts'
import {dataFiles, mediaTypeOf} from './catalogue.ts'
import type {Description, WrittenFile} from './description.ts'
import {type Json, type JsonObject, printJson} from './json.ts'

/**
 * The edition as a research object: the files of data each by itself, the articles as a folder. What is not
 * declared is left out; where the standard asks for a licence, a sentence says that none is.
 * @see https://www.researchobject.org/ro-crate/specification/1.2/
 */
export const roCrate: Description = {
  name: 'ro-crate',
  describe: (files, edition) => [
    {path: 'ro-crate-metadata.json', bytes: printJson(crate(files, edition))}
  ]
}

const crate = (files: readonly WrittenFile[], edition: Edition): JsonObject => {
  const ofArticles = articleFiles(files)
  const parts = [...articleFolder(ofArticles), ...fileEntities(files)]
  return {
    '@context': 'https://w3id.org/ro/crate/1.2/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        conformsTo: {'@id': 'https://w3id.org/ro/crate/1.2'},
        about: {'@id': './'}
      },
      root(edition, parts),
      ...parts,
      ...ofArticles,
      ...identifiers(edition),
      ...agents(edition),
      ...licenceEntities(edition),
      ...collections(edition),
      {
        '@id': '#warraq',
        '@type': 'SoftwareApplication',
        name: 'warraq',
        version: edition.generator,
        url: 'https://warraq.example/'
      },
      {
        '@id': '#build',
        '@type': 'CreateAction',
        name: 'Build of the edition from its sources',
        instrument: ref('#warraq'),
        result: ref('./')
      }
    ]
  }
}

const ref = (id: string): JsonObject => ({'@id': id})
/** One value by itself, several as a list, none not at all: the form that the standard recommends. */
const list = (key: string, values: readonly Json[]): JsonObject => {
  const [first] = values
  if (first === undefined) return {}
  return {[key]: values.length === 1 ? first : values}
}
const refs = (nodes: readonly JsonObject[]): JsonObject[] =>
  nodes.map((each) => ({'@id': each['@id'] ?? ''}))

function root(edition: Edition, parts: readonly JsonObject[]): JsonObject {
  const {name, description, url, doiUrl, license, day, year} = about(edition)
  const {creators, publisher, languages} = edition
  return {
    '@id': './',
    '@type': 'Dataset',
    name,
    description:
      description ??
      'Articles in their own words, with the dialogues, names, dates and quotations read out of them.',
    ...given('datePublished', day ?? year),
    license: ref(license?.url ?? noLicence['@id']),
    ...given('copyrightNotice', edition.rights),
    ...(doiUrl ? {identifier: ref(doiUrl)} : {}),
    ...given('version', edition.version),
    url,
    ...list('inLanguage', languages),
    ...list(
      'author',
      creators.map((each) => ref(agentId(each)))
    ),
    ...(publisher ? {publisher: ref(agentId(publisher))} : {}),
    ...list('mentions', [
      ref('#build'),
      ...edition.collections.map(({id}) => ref(`#collection-${id}`))
    ]),
    hasPart: refs(parts)
  }
}

const fileEntities = (files: readonly WrittenFile[]): JsonObject[] =>
  dataFiles(files).map(({path, name, description, mediaType, sizeBytes, sha256}) => ({
    '@id': path,
    '@type': 'File',
    name,
    description,
    encodingFormat: mediaType,
    contentSize: String(sizeBytes),
    sha256
  }))

/** The forms of each article but its page. */
const articleFiles = (files: readonly WrittenFile[]): JsonObject[] =>
  files.flatMap(({path, sizeBytes, sha256}) => {
    const [, slug, ending] = /^articles\/([^/]+)\/article\.(.+)$/u.exec(path) ?? []
    if (!slug || !ending) return []
    return {
      '@id': path,
      '@type': 'File',
      name: `${slug} (${ending})`,
      description: `The article ${slug} as ${ending}.`,
      encodingFormat: mediaTypeOf(path),
      contentSize: String(sizeBytes),
      sha256
    }
  })

const articleFolder = (parts: readonly JsonObject[]): JsonObject[] =>
  parts.length === 0
    ? []
    : [
        {
          '@id': 'articles/',
          '@type': 'Dataset',
          name: 'Articles',
          description: 'A folder an article, with the article in each of its forms.',
          ...list('hasPart', refs(parts))
        }
      ]

const agentId = (agent: Creator): string =>
  creatorUrl(agent) ?? `#agent-${encodeURIComponent(agent.name)}`

function agents({creators, publisher}: Edition): JsonObject[] {
  const all = [...creators, ...(publisher ? [publisher] : [])].map((agent) => ({
    '@id': agentId(agent),
    '@type': agentType(agent),
    name: agent.name,
    ...given('url', agent.url)
  }))
  return [...new Map(all.map((agent) => [agent['@id'], agent])).values()]
}

/** @see https://www.researchobject.org/ro-crate/specification/1.2/root-data-entity.html#root-data-entity-identifier */
const identifiers = ({doi}: Edition): JsonObject[] =>
  doi
    ? [
        {
          '@id': `https://doi.org/${doi}`,
          '@type': 'PropertyValue',
          name: 'DOI',
          propertyID: 'https://registry.identifiers.org/registry/doi',
          value: `doi:${doi}`,
          url: `https://doi.org/${doi}`
        }
      ]
    : []

/** Stands where the standard asks for a licence and none is declared. */
const noLicence = {
  '@id': '#no-licence',
  '@type': 'CreativeWork',
  name: 'No licence declared',
  description:
    'The edition declares no licence. The rights in the articles remain with their publishers.'
} as const

function licenceEntities(edition: Edition): JsonObject[] {
  const declared = [edition, ...edition.collections].flatMap(({license}) => license ?? [])
  const known = [...new Set(declared)].map((each) => {
    const {name, url} = licence(each)
    const description = `The terms of ${name}, at ${url}`
    return {'@id': url, '@type': 'CreativeWork', name, description, url}
  })
  return edition.license ? known : [noLicence, ...known]
}

/** Where the articles come from, with the rights that each collection declares. */
const collections = (edition: Edition): JsonObject[] =>
  edition.collections.map((collection) => {
    const {id, title, url, rights, license, publisher, publisherName} = collection
    const known = publisher ? edition.authorities.byId.get(publisher)?.name : undefined
    return {
      '@id': `#collection-${id}`,
      '@type': 'Collection',
      name: title ?? id,
      ...given('url', url),
      ...given('copyrightNotice', rights),
      ...(license ? {license: ref(licence(license).url)} : {}),
      ...given('creditText', publisherName ?? known)
    }
  })
