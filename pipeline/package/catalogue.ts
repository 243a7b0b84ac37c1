import {type TableEntry, tableList} from '../tree/tables.ts'
import type {WrittenFile} from './description.ts'

/** What a file of the edition is, in words and by its media type. */
export interface CatalogueEntry extends WrittenFile {
  readonly name: string
  readonly description: string
  readonly mediaType: string
}

/** The files of data among those written: what programs load, and what tells them how. */
export const dataFiles = (files: readonly WrittenFile[]): CatalogueEntry[] =>
  files.flatMap((file) => {
    const words = describeFile(file.path)
    return words ? [{...file, ...words, mediaType: mediaTypeOf(file.path)}] : []
  })

/**
 * The registered media type of a file by the end of its name.
 * @see https://www.iana.org/assignments/media-types/
 */
export const mediaTypeOf = (path: string): string =>
  mediaTypes.find(([ending]) => path.endsWith(ending))?.[1] ?? 'application/octet-stream'

const mediaTypes = [
  ['.tei.xml', 'application/tei+xml'],
  ['.csv', 'text/csv'],
  ['.zip', 'application/zip'],
  ['.parquet', 'application/vnd.apache.parquet'],
  ['.sqlite', 'application/vnd.sqlite3'],
  ['.nq', 'application/n-quads'],
  ['.jsonld', 'application/ld+json'],
  ['.jsonl', 'application/jsonl'],
  ['.json', 'application/json'],
  ['.md', 'text/markdown'],
  ['.xml', 'application/xml'],
  ['.cff', 'application/yaml'],
  ['.html', 'text/html'],
  ['.png', 'image/png'],
  ['.txt', 'text/plain']
] as const

interface Words {
  readonly name: string
  readonly description: string
}

function describeFile(path: string): Words | undefined {
  const [, folder = '', stem = '', ending = ''] =
    /^(data\/|data\/excel\/|schemas\/table-)([a-z]+)\.(csv|parquet|schema\.json)$/u.exec(
      path
    ) ?? []
  const archive = archiveNumber(path)
  if (archive !== null)
    return {
      name: `Articles, archive ${archive} (ZIP)`,
      description: 'The files of articles, a folder each, uncompressed.'
    }
  const table = tableList.find(({name}) => name === stem)
  return table ? describeTable(table, folder + ending) : singleFiles[path]
}

/** The number of an archive of articles; null for another file. */
export const archiveNumber = (path: string): number | null => {
  const [, digits] = /^data\/articles-(\d{5,})\.zip$/u.exec(path) ?? []
  return digits === undefined ? null : Number(digits)
}

const forms: Readonly<Record<string, string>> = {
  'data/csv': 'CSV',
  'data/parquet': 'Parquet',
  'data/excel/csv': 'CSV for spreadsheets',
  'schemas/table-schema.json': 'JSON Schema of a row'
}

const describeTable = ({title, description}: TableEntry, form: string): Words => ({
  name: `${title.en} (${forms[form] ?? form})`,
  description: description.en
})

const singleFiles: Readonly<Record<string, Words>> = {
  'data/edition.sqlite': {
    name: 'All tables (SQLite)',
    description: 'Every table with its keys and references, and full-text search.'
  },
  'data/graph.nq': {
    name: 'Graph (N-Quads)',
    description: 'Everything as RDF in the terms of schema.org, DCAT and VoID, canonical.'
  },
  'data/corpus.tei.xml': {
    name: 'Corpus (TEI)',
    description: 'Every article encoded in TEI P5.'
  },
  'data/convokit/utterances.jsonl': {
    name: 'Utterances (ConvoKit)',
    description: 'The turns of every dialogue, for convokit.Corpus.'
  },
  'data/convokit/conversations.json': {
    name: 'Conversations (ConvoKit)',
    description: 'The dialogues, for convokit.Corpus.'
  },
  'data/convokit/speakers.json': {
    name: 'Speakers (ConvoKit)',
    description: 'Who speaks in them, for convokit.Corpus.'
  },
  'data/convokit/corpus.json': {
    name: 'Corpus (ConvoKit)',
    description: 'What the corpus is, for convokit.Corpus.'
  },
  'data/convokit/index.json': {
    name: 'Index (ConvoKit)',
    description: 'The fields of meta and their types, for convokit.Corpus.'
  },
  'data/README.md': {
    name: 'Read me',
    description: 'What lies in the folder of data and how to load it.'
  },
  'data/datapackage.json': {
    name: 'Data Package',
    description: 'Columns, types, keys and references of the tables (Data Package v2).'
  },
  'data/csv-metadata.json': {
    name: 'CSV on the Web',
    description: 'Columns, types, keys and references of the tables (CSVW).'
  },
  'data/croissant.json': {
    name: 'Croissant',
    description: 'The tables as machine-learning tools load them (Croissant 1.1).'
  },
  'data/metadata.json': {
    name: 'Datasette metadata',
    description: 'Titles, columns and facets for Datasette.'
  },
  'data/dataset.jsonld': {
    name: 'Dataset (schema.org)',
    description: 'The data set and its downloads in the terms of schema.org.'
  },
  'schemas/article.schema.json': {
    name: 'Article (JSON Schema)',
    description: 'What an article.json holds.'
  },
  'schemas/message.schema.json': {
    name: 'Message (JSON Schema)',
    description: 'What a message of the build holds.'
  },
  'CITATION.cff': {
    name: 'Citation',
    description: 'How to cite the edition (Citation File Format 1.2.0).'
  },
  'datacite.xml': {
    name: 'DataCite metadata (XML)',
    description: 'For the registration of a DOI (DataCite 4.6).'
  },
  'datacite.json': {
    name: 'DataCite metadata (JSON)',
    description: 'For the registration of a DOI (DataCite 4.6).'
  }
}
