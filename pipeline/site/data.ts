import {isWanted} from '../source/selection.ts'
import type {Edition} from '../source/types.ts'
import {tableList} from '../tree/tables.ts'
import {readCsv} from '../validate/csv-reader.ts'
import {escapeForScript} from '../write/json-ld-nodes.ts'
import {type Html, html, jsonScript} from './html.ts'
import {document} from './shell.ts'
import {count, editionInterface, type Interface} from './words.ts'

/** A file that was written below `dist/`, its digest in lower-case hexadecimal digits. */
interface WrittenFile {
  readonly path: string
  readonly sizeBytes: number
  readonly sha256: string
}

/** What the page shows of other files. */
interface Contents {
  /** The data set in the terms of schema.org, as JSON. */
  readonly dataset: string
  /** The first characters of a file below `dist/`. */
  beginningOf(path: string): string
}

/**
 * The page of the data: every table with its columns, and how to load it.
 */
export function dataPage(
  files: readonly WrittenFile[],
  edition: Edition,
  {dataset, beginningOf}: Contents
): string {
  const ui = editionInterface(edition)
  const {words} = ui
  const sizes = new Map(files.map((file) => [file.path, file]))
  return document({
    path: 'data/index.html',
    title: words.data,
    description: words.dataIntro,
    ui,
    edition,
    current: 'data',
    above: [],
    head: head(sizes, edition, dataset),
    main: html`<div class="page">
<header class="top"><h1>${words.data}</h1><p class="lede">${words.dataIntro}</p></header>
${overview(sizes, ui)}
${
  isWanted(edition, 'data') &&
  html`<section><h2 id="load">${words.load}</h2>
${snippets(edition)}</section>\n`
}<section><h2 id="edition">${words.wholeEdition}</h2>
<ul class="dl" role="list">
${wholes(words)
  .filter(([path]) => path === '../sha256sums.txt' || sizes.has(placeOf(path)))
  .map(
    ([path, note]) =>
      html`<li><a href="${path}"><bdi dir="ltr">${path.replace('../', '')}</bdi></a> <span>${note}</span></li>\n`
  )}</ul></section>
${tableList.map((table) => dictionary(table, sizes.has(`data/${table.name}.csv`) ? exampleOf(beginningOf(`data/${table.name}.csv`)) : new Map(), ui))}
${digests(files, ui)}</div>`
  })
}

/** For machines: the data set itself, what describes it, its terms. @see https://signposting.org/FAIR/ */
function head(
  sizes: ReadonlyMap<string, WrittenFile>,
  {doi, license}: Edition,
  dataset: string
): Html {
  const describing = [
    ['dataset.jsonld', 'application/ld+json'],
    ['../ro-crate-metadata.json', 'application/ld+json'],
    ['../datacite.xml', 'application/xml'],
    ['croissant.json', 'application/ld+json']
  ] as const
  return html`${describing
    .filter(([path]) => sizes.has(placeOf(path)))
    .map(
      ([path, type]) => html`<link rel="describedby" type="${type}" href="${path}">\n`
    )}${doi && html`<link rel="cite-as" href="https://doi.org/${doi}">\n`}${license && html`<link rel="license" href="${license.includes('://') ? license : `https://spdx.org/licenses/${license}`}">\n`}${dataset !== '' && jsonScript('application/ld+json', escapeForScript(dataset))}
`
}

/** Below `dist/`, of a path from the page on. */
const placeOf = (path: string): string =>
  path.startsWith('../') ? path.slice(3) : `data/${path}`

const wholes = (words: Interface['words']) =>
  [
    ['edition.sqlite', words.sqliteNote],
    ['corpus.tei.xml', words.corpusNote],
    ['graph.nq', words.graphNote],
    ['excel/turns.csv', words.excelNote],
    ['convokit/utterances.jsonl', words.convokitNote],
    ['README.md', words.readmeNote],
    ['datapackage.json', words.packageNote],
    ['csv-metadata.json', words.csvwNote],
    ['croissant.json', words.croissantNote],
    ['metadata.json', words.datasetteNote],
    ['dataset.jsonld', words.datasetNote],
    ['../ro-crate-metadata.json', words.crateNote],
    ['../CITATION.cff', words.citationNote],
    ['../datacite.json', words.dataciteNote],
    ['../sha256sums.txt', words.sumsNote]
  ] as const

function overview(sizes: ReadonlyMap<string, WrittenFile>, ui: Interface): Html {
  const {words} = ui
  const formats = ['csv', 'parquet'] as const
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.data}"><table class="tables">
<thead><tr><th scope="col">${words.table}</th><th scope="col">${words.meaning}</th><th scope="col">CSV</th><th scope="col">Parquet</th></tr></thead>
<tbody>
${tableList.map(
  ({name, description}) =>
    html`<tr><th scope="row"><a href="#${name}"><bdi dir="ltr">${name}</bdi></a></th><td>${wordsOf(description, ui)}</td>${formats.map((format) => download(sizes.get(`data/${name}.${format}`), format, ui))}</tr>\n`
)}</tbody></table></div>`
}

const download = (file: WrittenFile | undefined, format: string, ui: Interface): Html =>
  file
    ? html`<td><a href="${file.path.replace('data/', '')}" title="sha256 ${file.sha256}"><bdi dir="ltr">${format}</bdi></a> <small>${count('bytes', file.sizeBytes, ui)}</small></td>`
    : html`<td></td>`

const wordsOf = (words: {en: string; ar: string}, {tag}: Interface): string =>
  tag === 'ar' ? words.ar : words.en

function snippets({baseUrl}: Edition): Html {
  const at = `${baseUrl}data/`
  const list = [
    ['pandas', `pandas.read_parquet("${at}turns.parquet")`],
    [
      'pandas, CSV',
      `pandas.read_csv("${at}turns.csv", keep_default_na=False, na_values=[""])`
    ],
    ['polars', `polars.scan_parquet("${at}turns.parquet").collect()`],
    ['R', `readr::read_csv("${at}turns.csv", na = "")`],
    ['DuckDB', `SELECT speaker_name, sum(words) FROM '${at}turns.parquet' GROUP BY 1;`],
    ['Datasette', 'datasette edition.sqlite -m metadata.json'],
    [
      'Hugging Face',
      `datasets.load_dataset("parquet", data_files="${at}turns.parquet", split="train")`
    ],
    ['Croissant', `mlcroissant.Dataset("${at}croissant.json").records("turns")`],
    ['Frictionless', `frictionless validate ${at}datapackage.json`],
    ['Excel', 'excel/turns.csv'],
    ['ConvoKit', 'convokit.Corpus(filename="convokit")'],
    ['sha256', 'sha256sum --check sha256sums.txt']
  ] as const
  return html`<dl class="load" dir="ltr">${list.map(([name, code]) => html`<div><dt>${name}</dt><dd><code>${code}</code></dd></div>\n`)}</dl>`
}

function dictionary(
  table: (typeof tableList)[number],
  example: ReadonlyMap<string, string>,
  ui: Interface
): Html {
  const {words} = ui
  return html`<section class="dictionary"><h2 id="${table.name}">${wordsOf(table.title, ui)} <small><bdi dir="ltr">${table.name}</bdi></small></h2>
<p>${wordsOf(table.description, ui)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${wordsOf(table.title, ui)}"><table>
<thead><tr><th scope="col">${words.column}</th><th scope="col">${words.type}</th><th scope="col">${words.meaning}</th><th scope="col">${words.example}</th></tr></thead>
<tbody>
${table.columnList.map((column) => {
  const traits = [
    column.name === table.key ? words.key : null,
    column.required ? words.required : words.optional,
    column.unit ?? null
  ].filter((trait) => trait !== null)
  return html`<tr><th scope="row"><bdi dir="ltr">${column.name}</bdi></th><td><bdi dir="ltr">${column.type}</bdi><small>${traits.join(' · ')}</small></td><td>${wordsOf(column.description, ui)}${column.references && html`<small>${words.references} <a href="#${column.references}"><bdi dir="ltr">${column.references}</bdi></a></small>`}${column.values && html`<small>${words.oneOf} <bdi dir="ltr">${column.values.join(', ')}</bdi></small>`}</td><td class="example"><bdi>${example.get(column.name)}</bdi></td></tr>\n`
})}</tbody></table></div></section>
`
}

/** Characters of a value that are shown. */
const exampleLength = 60

/** A value of each column, from the first rows that have one. @param csv the beginning of a table */
function exampleOf(csv: string): Map<string, string> {
  const [head, ...rows] = [...readCsv(csv)].filter(({fault}) => fault === undefined)
  const examples = new Map<string, string>()
  for (const {cells} of rows)
    for (const [n, name] of (head?.cells ?? []).entries()) {
      const value = cells[n] ?? ''
      if (value !== '' && !examples.has(name)) examples.set(name, shorten(value))
    }
  return examples
}

function shorten(value: string): string {
  const line = value.replace(/\s+/gu, ' ')
  return line.length > exampleLength ? `${line.slice(0, exampleLength - 1)}…` : line
}

/** Every file of the data with its size and digest. */
function digests(files: readonly WrittenFile[], ui: Interface): Html {
  const {words} = ui
  const list = files.filter(({path}) => path.startsWith('data/'))
  return html`<section><h2 id="files">${words.filesHeading}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${words.filesHeading}"><table class="digests">
<thead><tr><th scope="col">${words.file}</th><th scope="col">${words.size}</th><th scope="col">sha256</th></tr></thead>
<tbody>
${list.map(({path, sizeBytes, sha256}) => html`<tr><th scope="row"><a href="../${path}"><bdi dir="ltr">${path.replace('data/', '')}</bdi></a></th><td>${count('bytes', sizeBytes, ui)}</td><td><code class="hash" dir="ltr">${sha256}</code></td></tr>\n`)}</tbody></table></div></section>
`
}
