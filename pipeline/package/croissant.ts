import type {Edition} from '../source/types.ts'
import type {ColumnType} from '../tree/column.ts'
import {type TableEntry, tableList} from '../tree/tables.ts'
import {about, creatorUrl, given} from './about.ts'
import type {Description, WrittenFile} from './description.ts'
import {type Json, type JsonObject, printJson} from './json.ts'
import {agentNode} from './schema-org.ts'
import {describeColumn} from './wording.ts'

/**
 * The tables as Croissant 1.1, read from Parquet, whose types need no guess. References between tables are
 * left to the Data Package and CSVW: mlcroissant joins what is referred to, and loses rows with an
 * empty reference. It knows Parquet by a media type older than the registered one.
 * @see https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html
 */
export const croissant: Description = {
  name: 'croissant',
  describe: (files, edition) => [
    {path: 'data/croissant.json', bytes: printJson(dataset(files, edition))}
  ]
}

function dataset(files: readonly WrittenFile[], edition: Edition): JsonObject {
  const {name, description, url, doiUrl, license, day} = about(edition)
  return {
    '@context': context,
    '@type': 'sc:Dataset',
    name,
    ...given('description', description),
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    url,
    ...given('citeAs', doiUrl),
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
    ...(edition.publisher ? {publisher: agentNode(edition.publisher, undefined)} : {}),
    distribution: tableList.map((table) => fileObject(table, files)),
    recordSet: tableList.map(recordSet)
  }
}

function fileObject(
  {name, title}: TableEntry,
  files: readonly WrittenFile[]
): JsonObject {
  const path = `${name}.parquet`
  const file = files.find((written) => written.path === `data/${path}`)
  return {
    '@type': 'cr:FileObject',
    '@id': path,
    name: path,
    description: `${title.en} (Parquet)`,
    contentUrl: path,
    encodingFormat: 'application/x-parquet',
    ...(file ? {contentSize: `${file.sizeBytes} B`, sha256: file.sha256} : {})
  }
}

const recordSet = (table: TableEntry): JsonObject => ({
  '@type': 'cr:RecordSet',
  '@id': table.name,
  name: table.name,
  description: table.description.en,
  key: {'@id': `${table.name}/${table.key}`},
  field: table.columnList.map((column) => ({
    '@type': 'cr:Field',
    '@id': `${table.name}/${column.name}`,
    name: column.name,
    description: describeColumn(column, 'en'),
    dataType: dataTypes[column.type],
    source: {
      fileObject: {'@id': `${table.name}.parquet`},
      extract: {column: column.name}
    }
  }))
})

const dataTypes: Readonly<Record<ColumnType, string>> = {
  string: 'sc:Text',
  integer: 'cr:Int64',
  number: 'cr:Float64',
  boolean: 'sc:Boolean',
  date: 'sc:Date',
  datetime_local: 'sc:DateTime',
  duration: 'sc:Text',
  uri: 'sc:URL'
}

/**
 * The context of the specification's appendix but for `https://schema.org/`, the only form that
 * mlcroissant takes; it refuses a context by address.
 */
const context: Json = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  annotation: 'cr:annotation',
  arrayShape: 'cr:arrayShape',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  containedIn: 'cr:containedIn',
  data: {'@id': 'cr:data', '@type': '@json'},
  dataType: {'@id': 'cr:dataType', '@type': '@vocab'},
  equivalentProperty: 'cr:equivalentProperty',
  examples: {'@id': 'cr:examples', '@type': '@json'},
  excludes: 'cr:excludes',
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isArray: 'cr:isArray',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  readLines: 'cr:readLines',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  samplingRate: 'cr:samplingRate',
  sdVersion: 'cr:sdVersion',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
  unArchive: 'cr:unArchive',
  value: 'cr:value'
}
