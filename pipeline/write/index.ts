import {articleJson} from './article-json.ts'
import {csv} from './csv.ts'
import {jsonLd} from './json-ld.ts'
import {nQuads} from './n-quads.ts'
import type {Output} from './output.ts'
import {plainText} from './plain-text.ts'
import {tei} from './tei.ts'

/** Every projection of the tree, in the order they are written. */
export const outputs: readonly Output[] = [
  articleJson,
  plainText,
  jsonLd,
  tei,
  csv,
  nQuads
]
