import type {Edition} from '../source/types.ts'
import type {Creator} from '../tree/types.ts'
import {about, agentType, creatorUrl, given} from './about.ts'
import {dataFiles} from './catalogue.ts'
import type {Description, WrittenFile} from './description.ts'
import {type JsonObject, printJson} from './json.ts'

/**
 * The data set as dataset searches index it.
 * @see https://schema.org/Dataset
 */
export const schemaOrg: Description = {
  name: 'schema-org',
  describe: (files, edition) => [
    {path: 'data/dataset.jsonld', bytes: printJson(dataset(files, edition))}
  ]
}

function dataset(files: readonly WrittenFile[], edition: Edition): JsonObject {
  const {name, description, url, doiUrl, license, day} = about(edition)
  const alternatives = Object.values(edition.title).filter((title) => title !== name)
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${url}data/#dataset`,
    name,
    ...(alternatives.length > 0 ? {alternateName: alternatives} : {}),
    ...given('description', description),
    url: `${url}data/`,
    ...given('identifier', doiUrl),
    ...given('license', license?.url),
    ...given('copyrightNotice', edition.rights),
    ...given('version', edition.version),
    ...given('datePublished', day),
    ...(edition.languages.length > 0 ? {inLanguage: [...edition.languages]} : {}),
    ...(edition.creators.length > 0
      ? {
          creator: edition.creators.map((creator) =>
            agentNode(creator, creatorUrl(creator))
          )
        }
      : {}),
    ...(edition.publisher
      ? {publisher: agentNode(edition.publisher, creatorUrl(edition.publisher))}
      : {}),
    distribution: dataFiles(files)
      .filter(({path}) => path.startsWith('data/'))
      .map((file) => ({
        '@type': 'DataDownload',
        '@id': url + file.path,
        name: file.name,
        description: file.description,
        contentUrl: url + file.path,
        encodingFormat: file.mediaType,
        contentSize: `${file.sizeBytes} B`,
        sha256: file.sha256
      }))
  }
}

/** A creator or publisher as a node of schema.org. @param id what identifies them, if anything does */
export const agentNode = (agent: Creator, id: string | undefined): JsonObject => ({
  '@type': agentType(agent),
  ...given('@id', id),
  name: agent.name,
  ...given('url', agent.url)
})
