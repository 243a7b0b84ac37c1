import type {Edition} from '../source/types.ts'
import type {Creator} from '../tree/types.ts'
import {about, given, isPerson, licence, orcidUrl} from './about.ts'
import {invertedName} from './citation.ts'
import type {Description} from './description.ts'
import {type JsonObject, printJson} from './json.ts'
import {element, printXml} from './xml.ts'

/**
 * What the registration of a DOI asks for. Creators, a publisher and a year are required: where one is
 * not known nothing is written, and `warraq check` says what to declare. The XML needs the DOI too.
 * @see https://datacite-metadata-schema.readthedocs.io/en/4.6/
 */
export const datacite: Description = {
  name: 'datacite',
  describe: (_files, edition) => {
    const record = recordOf(edition)
    if (!record) return []
    const json = {path: 'datacite.json', bytes: printJson(toJson(record))}
    return record.doi ? [json, {path: 'datacite.xml', bytes: toXml(record)}] : [json]
  }
}

interface Text {
  readonly text: string
  readonly lang?: string
}
interface Right {
  readonly rights: string
  readonly uri?: string
  readonly spdx?: string
}
interface Record {
  readonly doi?: string
  readonly url: string
  readonly creators: readonly Creator[]
  readonly titles: readonly Text[]
  readonly publisher: string
  readonly year: string
  readonly day?: string
  readonly language?: string
  readonly version?: string
  readonly rights: readonly Right[]
  readonly descriptions: readonly Text[]
}

function recordOf(edition: Edition): Record | undefined {
  const {year, day} = about(edition)
  const {creators, publisher, doi, version, languages, collections} = edition
  const titles = texts(edition.title)
  if (creators.length === 0 || titles.length === 0 || !publisher || !year)
    return undefined
  return {
    ...(doi ? {doi} : {}),
    url: edition.baseUrl,
    creators,
    titles,
    publisher: publisher.name,
    year,
    ...(day ? {day} : {}),
    ...(languages[0] ? {language: languages[0]} : {}),
    ...(version ? {version} : {}),
    rights: [
      ...licences(edition.license),
      ...(edition.rights ? [{rights: edition.rights}] : []),
      ...collections.flatMap((collection) => [
        ...(collection.rights
          ? [{rights: `${collection.title ?? collection.id}: ${collection.rights}`}]
          : []),
        ...licences(collection.license)
      ])
    ],
    descriptions: texts(edition.description)
  }
}

const texts = (words: Edition['title']): Text[] =>
  Object.entries(words).map(([lang, text]) => (lang === 'und' ? {text} : {text, lang}))

function licences(declared: string | undefined): Right[] {
  if (!declared) return []
  const {name, url, isSpdx} = licence(declared)
  return [{rights: name, uri: url, ...(isSpdx ? {spdx: name} : {})}]
}

const nameType = (creator: Creator): string =>
  isPerson(creator) ? 'Personal' : 'Organizational'

const toJson = (record: Record): JsonObject => ({
  ...given('doi', record.doi),
  url: record.url,
  types: {resourceTypeGeneral: 'Dataset', resourceType: 'Dataset'},
  creators: record.creators.map((creator) => ({
    name: invertedName(creator),
    nameType: nameType(creator),
    ...given('givenName', creator.givenName),
    ...given('familyName', creator.familyName),
    ...(creator.orcid
      ? {
          nameIdentifiers: [
            {
              nameIdentifier: orcidUrl(creator.orcid),
              nameIdentifierScheme: 'ORCID',
              schemeUri: 'https://orcid.org'
            }
          ]
        }
      : {})
  })),
  titles: record.titles.map(({text, lang}) => ({title: text, ...given('lang', lang)})),
  publisher: {name: record.publisher},
  publicationYear: record.year,
  ...(record.day ? {dates: [{date: record.day, dateType: 'Issued'}]} : {}),
  ...given('language', record.language),
  ...given('version', record.version),
  ...(record.rights.length > 0
    ? {
        rightsList: record.rights.map(({rights, uri, spdx}) => ({
          rights,
          ...given('rightsUri', uri),
          ...given('rightsIdentifier', spdx),
          ...given('rightsIdentifierScheme', spdx && 'SPDX')
        }))
      }
    : {}),
  descriptions: record.descriptions.map(({text, lang}) => ({
    description: text,
    descriptionType: 'Abstract',
    ...given('lang', lang)
  })),
  schemaVersion: 'http://datacite.org/schema/kernel-4'
})

const namespace = 'http://datacite.org/schema/kernel-4'

const toXml = (record: Record): string =>
  printXml(
    element(
      'resource',
      {
        xmlns: namespace,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${namespace} https://schema.datacite.org/meta/kernel-4.6/metadata.xsd`
      },
      [
        element('identifier', {identifierType: 'DOI'}, record.doi ?? ''),
        element('creators', {}, record.creators.map(creatorElement)),
        element(
          'titles',
          {},
          record.titles.map(({text, lang}) => element('title', {'xml:lang': lang}, text))
        ),
        element('publisher', {}, record.publisher),
        element('publicationYear', {}, record.year),
        element('resourceType', {resourceTypeGeneral: 'Dataset'}, 'Dataset'),
        ...optionalElements(record)
      ]
    )
  )

const creatorElement = (creator: Creator) =>
  element('creator', {}, [
    element('creatorName', {nameType: nameType(creator)}, invertedName(creator)),
    ...(creator.givenName ? [element('givenName', {}, creator.givenName)] : []),
    ...(creator.familyName ? [element('familyName', {}, creator.familyName)] : []),
    ...(creator.orcid
      ? [
          element(
            'nameIdentifier',
            {nameIdentifierScheme: 'ORCID', schemeURI: 'https://orcid.org'},
            orcidUrl(creator.orcid)
          )
        ]
      : [])
  ])

const optionalElements = ({
  day,
  language,
  version,
  rights,
  descriptions,
  url
}: Record) => [
  ...(day ? [element('dates', {}, [element('date', {dateType: 'Issued'}, day)])] : []),
  ...(language ? [element('language', {}, language)] : []),
  element('alternateIdentifiers', {}, [
    element('alternateIdentifier', {alternateIdentifierType: 'URL'}, url)
  ]),
  ...(version ? [element('version', {}, version)] : []),
  ...(rights.length > 0
    ? [
        element(
          'rightsList',
          {},
          rights.map((right) =>
            element(
              'rights',
              {
                rightsURI: right.uri,
                rightsIdentifier: right.spdx,
                rightsIdentifierScheme: right.spdx && 'SPDX'
              },
              right.rights
            )
          )
        )
      ]
    : []),
  ...(descriptions.length > 0
    ? [
        element(
          'descriptions',
          {},
          descriptions.map(({text, lang}) =>
            element('description', {descriptionType: 'Abstract', 'xml:lang': lang}, text)
          )
        )
      ]
    : [])
]
