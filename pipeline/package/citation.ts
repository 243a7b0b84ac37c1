import {stringify} from 'yaml'
import type {Edition} from '../source/types.ts'
import type {Creator} from '../tree/types.ts'
import {about, given, orcidUrl} from './about.ts'
import type {Description} from './description.ts'
import {type JsonObject, printJson} from './json.ts'

/**
 * How to cite the edition, and what Zenodo asks when it is uploaded. Both need to know who made it: without
 * creators in edition.yaml neither is written.
 * @see https://github.com/citation-file-format/citation-file-format/blob/main/schema-guide.md
 * @see https://developers.zenodo.org/#deposit-metadata
 */
export const citation: Description = {
  name: 'citation',
  describe: (_files, edition) =>
    edition.creators.length > 0
      ? [
          {
            path: 'CITATION.cff',
            bytes: stringify(citationFile(edition), {lineWidth: 0})
          },
          {path: '.zenodo.json', bytes: printJson(zenodo(edition))}
        ]
      : []
}

function citationFile(edition: Edition): JsonObject {
  const {name, description, url, license, day} = about(edition)
  return {
    'cff-version': '1.2.0',
    message: 'If you use this data set, please cite it as below.',
    type: 'dataset',
    title: name,
    ...given('abstract', description),
    authors: edition.creators.map(author),
    ...given('version', edition.version),
    ...given('date-released', day),
    ...given('doi', edition.doi),
    ...(license?.isSpdx ? {license: license.name} : given('license-url', license?.url)),
    url
  }
}

/** A person where the parts of the name are declared; they are not guessed. */
const author = (creator: Creator): JsonObject => ({
  ...(creator.familyName
    ? {'family-names': creator.familyName, ...given('given-names', creator.givenName)}
    : {name: creator.name}),
  ...given('orcid', creator.orcid && orcidUrl(creator.orcid)),
  ...given('website', creator.url)
})

function zenodo(edition: Edition): JsonObject {
  const {name, description, license, day} = about(edition)
  const [language] = edition.languages
  return {
    title: name,
    upload_type: 'dataset',
    description: description ?? name,
    creators: edition.creators.map((creator) => ({
      name: invertedName(creator),
      ...given('orcid', creator.orcid)
    })),
    ...given('version', edition.version),
    ...given('publication_date', day),
    ...given('doi', edition.doi),
    ...given('license', license?.isSpdx ? license.name.toLowerCase() : undefined),
    ...given('language', language && iso639Part3(language))
  }
}

/** `Haddad, Nura` where the parts are declared, else the name as it is. */
export const invertedName = ({name, givenName, familyName}: Creator): string =>
  familyName ? [familyName, ...(givenName ? [givenName] : [])].join(', ') : name

/** Zenodo asks for three letters; of a language that is not here nothing is said. @see ISO 639-3 */
const iso639Part3 = (tag: string): string | undefined => iso639[tag.split('-')[0] ?? tag]
const iso639: Readonly<Record<string, string>> = {
  ar: 'ara',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fa: 'fas',
  fr: 'fra',
  he: 'heb',
  it: 'ita',
  pl: 'pol',
  pt: 'por',
  ru: 'rus',
  tr: 'tur',
  uk: 'ukr'
}
