import type {Edition} from '../source/types.ts'
import type {Column, ColumnType} from '../tree/column.ts'
import {type TableEntry, tableList} from '../tree/tables.ts'
import type {Creator} from '../tree/types.ts'
import {given, latinName} from './about.ts'
import {archiveNumber, type CatalogueEntry, dataFiles} from './catalogue.ts'
import type {Description, WrittenFile} from './description.ts'
import {type JsonObject, printJson} from './json.ts'
import {describeColumn, mainText} from './wording.ts'

/**
 * Data Package v2. `fieldsMatch` is left out: the standard's words and its schema disagree on it.
 * @see https://datapackage.org/standard/data-package/
 */
export const dataPackage: Description = {
  name: 'data-package',
  describe: (files, edition) => [
    {path: 'data/datapackage.json', bytes: printJson(packageOf(files, edition))}
  ]
}

function packageOf(files: readonly WrittenFile[], edition: Edition): JsonObject {
  const contributors = [
    ...edition.creators.map((creator) => contributor(creator, 'creator')),
    ...(edition.publisher ? [contributor(edition.publisher, 'publisher')] : [])
  ]
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    ...given('name', latinName(edition)),
    ...given('id', edition.doi && `https://doi.org/${edition.doi}`),
    ...given('title', mainText(edition.title, edition)),
    ...given('description', mainText(edition.description, edition)),
    homepage: edition.baseUrl,
    ...given('version', edition.version),
    ...given('created', instantOf(edition)),
    ...(edition.license ? {licenses: [licence(edition.license)]} : {}),
    ...given('rights', edition.rights),
    ...(contributors.length > 0 ? {contributors} : {}),
    resources: [
      ...tableList.map((table) => resource(table, files)),
      ...dataFiles(files).flatMap(archive)
    ]
  }
}

/** The standard takes a point in time with its offset; of a day alone nothing is said. */
const instantOf = ({date}: Edition): string | undefined =>
  date && /T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u.test(date) ? date : undefined

const licence = (license: string): JsonObject =>
  license.includes('://') ? {path: license} : {name: license}

const contributor = ({name, url}: Creator, role: string): JsonObject => ({
  title: name,
  ...given('path', url),
  roles: [role]
})

/** An archive of the files of articles. */
function archive({path, name, description, ...file}: CatalogueEntry): JsonObject[] {
  const number = archiveNumber(path)
  if (number === null) return []
  return [
    {
      name: `articles-${number}`,
      path: path.slice('data/'.length),
      title: name,
      description,
      format: 'zip',
      mediatype: file.mediaType,
      bytes: file.sizeBytes,
      hash: `sha256:${file.sha256}`
    }
  ]
}

function resource(table: TableEntry, files: readonly WrittenFile[]): JsonObject {
  const path = `${table.name}.csv`
  const file = files.find((written) => written.path === `data/${path}`)
  return {
    name: table.name,
    path,
    type: 'table',
    title: table.title.en,
    description: table.description.en,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...(file ? {bytes: file.sizeBytes, hash: `sha256:${file.sha256}`} : {}),
    schema: {
      fields: table.columnList.map(field),
      primaryKey: [table.key],
      ...foreignKeys(table),
      missingValues: ['']
    }
  }
}

function field(column: Column & {readonly name: string}): JsonObject {
  const {name, required, values} = column
  return {
    name,
    ...types[column.type],
    description: describeColumn(column, 'en'),
    ...(required || values
      ? {
          constraints: {
            ...(required ? {required} : {}),
            ...(values ? {enum: values} : {})
          }
        }
      : {})
  }
}

const types: Readonly<Record<ColumnType, JsonObject>> = {
  string: {type: 'string'},
  integer: {type: 'integer'},
  number: {type: 'number'},
  boolean: {type: 'boolean', trueValues: ['true'], falseValues: ['false']},
  date: {type: 'date'},
  datetime_local: {type: 'datetime', format: '%Y-%m-%dT%H:%M:%S'},
  duration: {type: 'duration'},
  uri: {type: 'string', format: 'uri'}
}

/** A reference of a table to itself names no resource. */
function foreignKeys(table: TableEntry): JsonObject {
  const keys = table.columnList.flatMap(({name, references}) => {
    const target = tableList.find((other) => other.name === references)
    if (!target) return []
    const resource = target.name === table.name ? {} : {resource: target.name}
    return {fields: [name], reference: {...resource, fields: [target.key]}}
  })
  return keys.length > 0 ? {foreignKeys: keys} : {}
}
