import {agreementGate} from './agreement.ts'
import type {ArticleGate} from './gate.ts'
import {jsonLdGate} from './json-ld.ts'
import {articlePageGate} from './pages.ts'
import {readersGate} from './readers.ts'
import {teiGate} from './tei.ts'

/** The checks of everything that is made of one article, in their order. */
export const articleGates: readonly ArticleGate[] = [
  jsonLdGate,
  teiGate,
  agreementGate,
  articlePageGate,
  readersGate
]
