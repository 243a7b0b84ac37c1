import type {Edition} from '../source/types.ts'
import {type TableEntry, type TableName, tableList} from '../tree/tables.ts'
import {about, given} from './about.ts'
import type {Description} from './description.ts'
import {type JsonObject, printJson} from './json.ts'
import {describeColumn} from './wording.ts'

/**
 * What Datasette shows beside the database: `datasette edition.sqlite -m metadata.json`.
 * @see https://docs.datasette.io/en/stable/metadata.html
 */
export const datasette: Description = {
  name: 'datasette',
  describe: (_files, edition) => [
    {path: 'data/metadata.json', bytes: printJson(metadata(edition))}
  ]
}

function metadata(edition: Edition): JsonObject {
  const {name, description, license, url} = about(edition)
  return {
    title: name,
    ...given('description', description),
    ...given('license', license?.name),
    ...given('license_url', license?.url),
    source: new URL(url).host,
    source_url: url,
    databases: {
      edition: {
        tables: Object.fromEntries(
          tableList.map((table) => [table.name, describeTable(table)])
        )
      }
    }
  }
}

/** What a row is called where another refers to it, and what readers narrow a table down by. */
const views: Partial<Record<TableName, JsonObject>> = {
  articles: {label_column: 'headline', facets: ['publisher_id', 'lang']},
  dialogues: {label_column: 'title', facets: ['kind']},
  speakers: {label_column: 'label_first', facets: ['dialogue_id']},
  turns: {
    label_column: 'text',
    facets: ['speaker_name', 'is_question'],
    fts_table: 'turns_fts'
  },
  paragraphs: {label_column: 'text', facets: ['kind'], fts_table: 'paragraphs_fts'},
  people: {label_column: 'name'},
  organisations: {label_column: 'name', facets: ['kind']},
  places: {label_column: 'name', facets: ['kind']},
  names: {label_column: 'label', facets: ['entity_type', 'kind']},
  mentions: {label_column: 'surface', facets: ['entity_id', 'entity_type']},
  dates: {label_column: 'surface', facets: ['certainty']},
  quotations: {label_column: 'text', facets: ['kind', 'person_id']},
  facts: {label_column: 'value', facets: ['field', 'basis']},
  messages: {label_column: 'message', facets: ['severity', 'rule']}
}

const describeTable = (table: TableEntry): JsonObject => ({
  title: table.title.en,
  description: table.description.en,
  ...views[table.name],
  columns: Object.fromEntries(
    table.columnList.map((column) => [column.name, describeColumn(column, 'en')])
  )
})
