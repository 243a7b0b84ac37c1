import type {Edition} from '../source/types.ts'
import {tableList} from '../tree/tables.ts'
import {articleIri} from './iris.ts'
import type {LineCounts} from './output.ts'
import {iri, literal, quad} from './quads.ts'

const dcat = 'http://www.w3.org/ns/dcat#'
const dct = 'http://purl.org/dc/terms/'
const foaf = 'http://xmlns.com/foaf/0.1/'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const voidTerms = 'http://rdfs.org/ns/void#'
const xsd = 'http://www.w3.org/2001/XMLSchema#'

/** The data set of an edition in the graph. */
const datasetIri = ({baseUrl}: Edition): string => `${baseUrl}data/#dataset`

/**
 * The edition as a data set with its downloads and, of the graph itself, its size and vocabulary.
 * @param others the other lines of the graph; what is counted includes the lines made here, of subjects
 *   that no other line has
 * @param example slug of an article of the edition
 * @see https://www.w3.org/TR/vocab-dcat-3/ and https://www.w3.org/TR/void/
 */
export function datasetQuads(
  edition: Edition,
  others: LineCounts,
  example: string | undefined
): string[] {
  const dataset = iri(datasetIri(edition))
  const lines = [
    ...describeDataset(edition, dataset),
    ...distributions(edition, dataset),
    ...describeGraph(edition, dataset),
    ...(example
      ? [
          quad(
            dataset,
            `${voidTerms}exampleResource`,
            iri(`${articleIri(edition, example)}#article`)
          )
        ]
      : [])
  ]
  const number = (property: string, value: number): string =>
    quad(dataset, voidTerms + property, literal(String(value), {type: `${xsd}integer`}))
  return [
    ...lines,
    number('triples', others.lines + lines.length + 2),
    number('distinctSubjects', others.subjects + countSubjects(lines))
  ]
}

function describeDataset(edition: Edition, dataset: string): string[] {
  const {title, description, languages, date, version, doi, license, rights, baseUrl} =
    edition
  const about = (property: string, object: string): string =>
    quad(dataset, property, object)
  const texts = (property: string, words: Edition['title']): string[] =>
    Object.entries(words).map(([language, text]) =>
      about(property, literal(text, language === 'und' ? {} : {language}))
    )
  const day = /^\d{4}-\d\d-\d\d/u.exec(date ?? '')?.[0]
  return [
    about(`${rdf}type`, iri(`${dcat}Dataset`)),
    about(`${rdf}type`, iri(`${voidTerms}Dataset`)),
    ...texts(`${dct}title`, title),
    ...texts(`${dct}description`, description),
    ...languages
      .filter((tag) => /^[a-z]{2}(-|$)/u.test(tag))
      .map((tag) =>
        about(
          `${dct}language`,
          iri(`http://id.loc.gov/vocabulary/iso639-1/${tag.slice(0, 2)}`)
        )
      ),
    ...(day ? [about(`${dct}issued`, literal(day, {type: `${xsd}date`}))] : []),
    ...(version ? [about(`${dcat}version`, literal(version))] : []),
    ...(doi ? [about(`${dct}identifier`, literal(`https://doi.org/${doi}`))] : []),
    ...(license ? [about(`${dct}license`, iri(licenceIri(license)))] : []),
    ...(rights ? [about(`${dct}rights`, literal(rights))] : []),
    about(`${dcat}landingPage`, iri(`${baseUrl}data/`)),
    about(`${foaf}homepage`, iri(baseUrl))
  ]
}

const licenceIri = (license: string): string =>
  license.includes('://') ? license : `https://spdx.org/licenses/${license}`

const files = [
  ...tableList.flatMap(({name, title}) => [
    {path: `${name}.csv`, type: 'text/csv', title: title.en},
    {path: `${name}.parquet`, type: 'application/vnd.apache.parquet', title: title.en}
  ]),
  {path: 'edition.sqlite', type: 'application/vnd.sqlite3', title: 'All tables'},
  {path: 'graph.nq', type: 'application/n-quads', title: 'Graph'}
]

const distributions = ({baseUrl}: Edition, dataset: string): string[] =>
  files.flatMap(({path, type, title}) => {
    const file = iri(`${baseUrl}data/${path}`)
    return [
      quad(dataset, `${dcat}distribution`, file),
      quad(file, `${rdf}type`, iri(`${dcat}Distribution`)),
      quad(file, `${dct}title`, literal(title, {language: 'en'})),
      quad(file, `${dcat}downloadURL`, file),
      quad(
        file,
        `${dcat}mediaType`,
        iri(`https://www.iana.org/assignments/media-types/${type}`)
      )
    ]
  })

const describeGraph = ({baseUrl}: Edition, dataset: string): string[] => [
  quad(dataset, `${voidTerms}dataDump`, iri(`${baseUrl}data/graph.nq`)),
  quad(dataset, `${voidTerms}feature`, iri('http://www.w3.org/ns/formats/N-Quads')),
  quad(dataset, `${voidTerms}uriSpace`, literal(baseUrl)),
  ...['http://schema.org/', dcat, dct, voidTerms].map((vocabulary) =>
    quad(dataset, `${voidTerms}vocabulary`, iri(vocabulary))
  )
]

/** How many things the lines speak of. */
const countSubjects = (lines: readonly string[]): number =>
  new Set(lines.map((line) => line.slice(0, line.indexOf(' ')))).size
