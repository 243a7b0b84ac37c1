import {articleJson} from './article-json.ts'
import {convokitTables} from './convokit.ts'
import {articleCsv, csvTables, excelTables} from './csv.ts'
import {jsonLd} from './json-ld.ts'
import {markdown} from './markdown.ts'
import {nQuads} from './n-quads.ts'
import type {AnyOutput} from './output.ts'
import {parquetTables} from './parquet.ts'
import {plainText} from './plain-text.ts'
import type {AnyTableFormat} from './table-format.ts'
import {tei} from './tei.ts'

/** Every projection of the tree, in the order they are written. */
export const outputs: readonly AnyOutput[] = [
  articleJson,
  plainText,
  markdown,
  jsonLd,
  tei,
  articleCsv,
  nQuads
]

/** Every format of the tables; their rows are made once for all. */
export const tableFormats: readonly AnyTableFormat[] = [
  csvTables,
  excelTables,
  parquetTables,
  convokitTables
]
