import {stringify} from 'yaml'
import type {Edition} from '../source/types.ts'
import {type TableEntry, tableList} from '../tree/tables.ts'
import {about, type Licence} from './about.ts'
import type {Description, WrittenFile} from './description.ts'
import {escapeMarkdown} from './markdown.ts'

/**
 * `data/README.md`: what lies in the folder, for people and, at its head, for the Hugging Face hub, where
 * each table with rows is a configuration.
 * @see https://huggingface.co/docs/hub/datasets-manual-configuration
 */
export const huggingFace: Description = {
  name: 'hugging-face',
  describe: (files, edition) => {
    const full = tableList.filter((table) => hasRows(table, files))
    return [
      {path: 'data/README.md', bytes: `${card(edition, full)}\n${text(edition, full)}`}
    ]
  }
}

/** A CSV that is longer than its header has rows. */
function hasRows({name, columnList}: TableEntry, files: readonly WrittenFile[]): boolean {
  const header = columnList.map((column) => column.name).join(',').length + 1
  return files.some(
    ({path, sizeBytes}) => path === `data/${name}.csv` && sizeBytes > header
  )
}

function card(edition: Edition, full: readonly TableEntry[]): string {
  const {name, license} = about(edition)
  const languages = edition.languages.map((tag) => tag.split('-')[0] ?? tag)
  const first = full.some((table) => table.name === 'turns') ? 'turns' : 'paragraphs'
  const front = {
    pretty_name: name,
    ...(languages.length > 0 ? {language: [...new Set(languages)]} : {}),
    ...(license ? hubLicence(license) : {}),
    configs: full.map((table) => ({
      config_name: table.name,
      data_files: `${table.name}.parquet`,
      ...(table.name === first ? {default: true} : {})
    }))
  }
  return `---\n${stringify(front, {lineWidth: 0})}---\n`
}

/** The hub writes licences in lower case and knows some SPDX has not. */
const hubLicence = ({name, url, isSpdx}: Licence) =>
  isSpdx
    ? {license: name.toLowerCase()}
    : {license: 'other', license_name: 'see-link', license_link: url}

function text(edition: Edition, full: readonly TableEntry[]): string {
  const {name, description, url, doiUrl, license} = about(edition)
  const known = {
    Address: url,
    DOI: doiUrl,
    Version: edition.version,
    Licence: license?.url,
    Rights: edition.rights
  }
  const facts = Object.entries(known).flatMap(([key, value]) =>
    value ? [`- ${key}: ${escapeMarkdown(value)}`] : []
  )
  const tables = tableList.map(
    (table) =>
      `| \`${table.name}\` | ${table.description.en}${full.includes(table) ? '' : ' (no rows in this edition)'} |`
  )
  return [
    `# ${escapeMarkdown(name)}`,
    ...(description ? [escapeMarkdown(description)] : []),
    facts.join('\n'),
    `Each table is here as \`.csv\` (UTF-8) and \`.parquet\`, with the same rows and columns, and in \`edition.sqlite\`. Copies for spreadsheets are in \`excel/\`, the dialogues as a ConvoKit corpus in \`convokit/\`, everything as RDF in \`graph.nq\`. \`datapackage.json\`, \`csv-metadata.json\` and \`croissant.json\` describe each column, its type and unit.`,
    ['| table | |', '| --- | --- |', ...tables].join('\n'),
    '## Load',
    fence('python', loads),
    'Offsets (`start_char`, `end_char`) count Unicode code points of the source from 0; an empty cell is null.'
  ]
    .join('\n\n')
    .concat('\n')
}

const fence = (language: string, code: string): string =>
  `\`\`\`${language}\n${code}\n\`\`\``

const loads = [
  `pandas.read_parquet('turns.parquet')`,
  `pandas.read_csv('turns.csv', keep_default_na=False, na_values=[''])`,
  `polars.scan_parquet('turns.parquet').collect()`,
  `duckdb.sql("FROM 'turns.parquet'")`,
  `datasets.load_dataset('parquet', data_files='turns.parquet', split='train')`,
  `frictionless.Package('datapackage.json').get_resource('turns').to_pandas()`,
  `mlcroissant.Dataset('croissant.json').records('turns')`,
  `convokit.Corpus(filename='convokit')`
].join('\n')
