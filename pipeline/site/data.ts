import type {Edition} from '../source/types.ts'
import {tableList} from '../tree/tables.ts'
import {type Html, html} from './html.ts'
import {document} from './shell.ts'
import {type Interface, interfaceFor, number} from './words.ts'

/** A file that was written below `dist/`, its digest in lower-case hexadecimal digits. */
interface WrittenFile {
  readonly path: string
  readonly sizeBytes: number
  readonly sha256: string
}

/** The page of the data: every table with its columns, and how to load it. */
export function dataPage(files: readonly WrittenFile[], edition: Edition): string {
  const ui = interfaceFor(edition.languages[0])
  const {words} = ui
  const sizes = new Map(files.map((file) => [file.path, file]))
  return document({
    path: 'data/index.html',
    title: words.dataTitle,
    description: words.dataIntro,
    ui,
    edition,
    current: 'data',
    main: html`<div class="page">
<header class="top"><h1>${words.dataTitle}</h1><p class="lede">${words.dataIntro}</p></header>
${overview(sizes, ui)}
<section><h2 id="load">${words.load}</h2>
${snippets(edition)}</section>
<section><h2 id="edition">${words.wholeEdition}</h2>
<ul class="dl" role="list">
${wholes(words)
  .filter(([path]) => path === '../sha256sums.txt' || sizes.has(`data/${path}`))
  .map(
    ([path, note]) =>
      html`<li><a href="${path}"><bdi dir="ltr">${path.replace('../', '')}</bdi></a> <span>${note}</span></li>\n`
  )}</ul></section>
${tableList.map((table) => dictionary(table, ui))}
</div>`
  })
}

const wholes = (words: Interface['words']) =>
  [
    ['corpus.tei.xml', words.corpusNote],
    ['graph.nq', words.graphNote],
    ['datapackage.json', words.packageNote],
    ['csv-metadata.json', words.csvwNote],
    ['../sha256sums.txt', words.sumsNote]
  ] as const

function overview(sizes: ReadonlyMap<string, WrittenFile>, ui: Interface): Html {
  const {words} = ui
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.dataTitle}"><table class="tables">
<thead><tr><th scope="col">${words.table}</th><th scope="col">${words.meaning}</th><th scope="col">${words.size}</th><th scope="col">CSV</th></tr></thead>
<tbody>
${tableList.map(({name, description}) => {
  const file = sizes.get(`data/${name}.csv`)
  return html`<tr><th scope="row"><a href="#${name}"><bdi dir="ltr">${name}</bdi></a></th><td>${wordsOf(description, ui)}</td><td><bdi dir="ltr">${file && number(file.sizeBytes)} B</bdi></td><td><a href="${name}.csv" title="sha256 ${file?.sha256}"><bdi dir="ltr">${name}.csv</bdi></a></td></tr>\n`
})}</tbody></table></div>`
}

const wordsOf = (words: {en: string; ar: string}, {tag}: Interface): string =>
  tag === 'ar' ? words.ar : words.en

function snippets({baseUrl}: Edition): Html {
  const list = [
    ['pandas', `pandas.read_csv("${baseUrl}data/turns.csv")`],
    ['R', `readr::read_csv("${baseUrl}data/turns.csv")`],
    ['DuckDB', `SELECT * FROM read_csv('${baseUrl}data/turns.csv');`],
    ['Frictionless', `frictionless validate ${baseUrl}data/datapackage.json`],
    ['sha256', 'sha256sum --check sha256sums.txt']
  ] as const
  return html`<dl class="load" dir="ltr">${list.map(([name, code]) => html`<div><dt>${name}</dt><dd><code>${code}</code></dd></div>\n`)}</dl>`
}

function dictionary(table: (typeof tableList)[number], ui: Interface): Html {
  const {words} = ui
  return html`<section class="dictionary"><h2 id="${table.name}">${wordsOf(table.title, ui)} <small><bdi dir="ltr">${table.name}</bdi></small></h2>
<p>${wordsOf(table.description, ui)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${wordsOf(table.title, ui)}"><table>
<thead><tr><th scope="col">${words.column}</th><th scope="col">${words.type}</th><th scope="col">${words.meaning}</th></tr></thead>
<tbody>
${table.columnList.map((column) => {
  const traits = [
    column.name === table.key ? words.key : null,
    column.required ? words.required : words.optional,
    column.unit ?? null
  ].filter((trait) => trait !== null)
  return html`<tr><th scope="row"><bdi dir="ltr">${column.name}</bdi></th><td><bdi dir="ltr">${column.type}</bdi><small>${traits.join(' · ')}</small></td><td>${wordsOf(column.description, ui)}${column.references && html`<small>${words.references} <a href="#${column.references}"><bdi dir="ltr">${column.references}</bdi></a></small>`}${column.values && html`<small>${words.oneOf} <bdi dir="ltr">${column.values.join(', ')}</bdi></small>`}</td></tr>\n`
})}</tbody></table></div></section>
`
}
