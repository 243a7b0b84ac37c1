import {citationFiles} from '../site/citation-files.ts'
import {pages} from '../site/index.ts'
import {buildReport} from '../site/report.ts'
import {isWanted, type Selection} from '../source/selection.ts'
import type {Edition} from '../source/types.ts'
import {articleJson} from '../write/article-json.ts'
import {articleCsv} from '../write/csv.ts'
import {outputs} from '../write/index.ts'
import {jsonLd} from '../write/json-ld.ts'
import {markdown} from '../write/markdown.ts'
import {nQuads} from '../write/n-quads.ts'
import type {AnyOutput} from '../write/output.ts'
import {plainText} from '../write/plain-text.ts'
import {tei} from '../write/tei.ts'
import {twins} from './filters.ts'
import {tables} from './tables.ts'

/** The parts that outputs of single articles belong to; others are pages. */
const partsOfArticles: Readonly<Record<string, Selection>> = {
  [articleJson.name]: 'json',
  [plainText.name]: 'text',
  [markdown.name]: 'markdown',
  [jsonLd.name]: 'jsonld',
  [tei.name]: 'tei',
  [articleCsv.name]: 'csv',
  [citationFiles.name]: 'cite'
}

const ofData: readonly string[] = [tei.name, nQuads.name, tables.name]

/** The outputs that make files of an article. */
export const articleOutputs = (edition: Edition): readonly AnyOutput[] =>
  everything.filter(
    ({name, article}) => article && isWanted(edition, partsOfArticles[name] ?? 'site')
  )

/** Whether an output makes files of the whole edition. */
export const isGathered = (edition: Edition, name: string): boolean =>
  name === buildReport.name ||
  name === twins.name ||
  isWanted(edition, ofData.includes(name) ? 'data' : 'site')

/** Every output, in the order they are written. */
export const everything: readonly AnyOutput[] = [
  ...outputs,
  ...pages,
  tables,
  twins,
  buildReport
]
