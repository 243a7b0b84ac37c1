import type {Edition} from '../source/types.ts'
import type {Article} from '../tree/types.ts'
import {articleJson} from './article-json.ts'
import {printTable} from './csv.ts'
import {jsonLd} from './json-ld.ts'
import {markdown} from './markdown.ts'
import type {AnyOutput} from './output.ts'
import {plainText} from './plain-text.ts'
import {ownBlockRows} from './rows.ts'
import {tei} from './tei.ts'

/** An article in one of the formats that a single one is wanted in. */
export interface Format {
  /** Ending of a file in it, without the dot. */
  readonly ending: string
  readonly mediaType: string
  print(article: Article, edition: Edition): string
}

/** The one file that an output makes of an article. */
const fileOf =
  ({name, article: make}: AnyOutput): Format['print'] =>
  (article, edition) => {
    const bytes = make?.(article, edition)[0]?.bytes
    if (typeof bytes !== 'string') throw new Error(`${name} makes no text of an article`)
    return bytes
  }

/** Formats by the name that they are asked for by. */
export const formats = {
  json: {ending: 'json', mediaType: 'application/json', print: fileOf(articleJson)},
  text: {ending: 'txt', mediaType: 'text/plain', print: fileOf(plainText)},
  markdown: {ending: 'md', mediaType: 'text/markdown', print: fileOf(markdown)},
  tei: {ending: 'tei.xml', mediaType: 'application/tei+xml', print: fileOf(tei)},
  jsonld: {ending: 'jsonld', mediaType: 'application/ld+json', print: fileOf(jsonLd)},
  // One row a printed block: what an article without turns has too.
  csv: {
    ending: 'csv',
    mediaType: 'text/csv',
    print: (article, edition) => printTable('paragraphs', ownBlockRows(article, edition))
  }
} as const satisfies Readonly<Record<string, Format>>

/** The name of a format. */
export type FormatName = keyof typeof formats

export const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name)
