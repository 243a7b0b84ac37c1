import type {Edition} from '../source/types.ts'
import {about, creatorUrl} from './about.ts'
import {dataFiles, mediaTypeOf} from './catalogue.ts'
import type {Description, WrittenFile} from './description.ts'
import {type JsonObject, printJson} from './json.ts'

/**
 * Where machines find the files and the descriptions of the edition from its first page on.
 * @see https://signposting.org/FAIR/ and https://www.rfc-editor.org/rfc/rfc9264
 */
export const signposting: Description = {
  name: 'signposting',
  describe: (files, edition) => [
    {path: 'linkset.json', bytes: printJson(linkset(files, edition))}
  ]
}

/** Metadata of the whole edition; the rest of the data is content. */
const describing = [
  'ro-crate-metadata.json',
  'datacite.xml',
  'datacite.json',
  'data/dataset.jsonld',
  'data/datapackage.json',
  'data/croissant.json',
  'data/csv-metadata.json'
]

function linkset(files: readonly WrittenFile[], edition: Edition): JsonObject {
  const {url, doiUrl, license} = about(edition)
  const target = (path: string): JsonObject => ({
    href: url + path,
    type: mediaTypeOf(path)
  })
  const metadata = files.map(({path}) => path).filter((path) => describing.includes(path))
  const items = dataFiles(files)
    .map(({path}) => path)
    .filter((path) => path.startsWith('data/') && !describing.includes(path))
  const authors = edition.creators.flatMap((creator) => creatorUrl(creator) ?? [])
  const back = [{href: url, type: 'text/html'}]
  return {
    linkset: [
      {
        anchor: url,
        ...(doiUrl ? {'cite-as': [{href: doiUrl}]} : {}),
        type: [
          {href: 'https://schema.org/AboutPage'},
          {href: 'https://schema.org/Dataset'}
        ],
        ...(authors.length > 0 ? {author: authors.map((href) => ({href}))} : {}),
        ...(license ? {license: [{href: license.url}]} : {}),
        describedby: metadata.map(target),
        item: items.map(target)
      },
      ...metadata.map((path) => ({anchor: url + path, describes: back})),
      ...items.map((path) => ({anchor: url + path, collection: back}))
    ]
  }
}
