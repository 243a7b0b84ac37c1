import {checksums} from './checksums.ts'
import {csvw} from './csvw.ts'
import {dataPackage} from './data-package.ts'
import {datasette} from './datasette.ts'
import type {Description} from './description.ts'
import {huggingFace} from './hugging-face.ts'
import {schemas} from './schemas.ts'

/** What describes the edition, in the order it is made; the checksums cover all the others. */
export const descriptions: readonly Description[] = [
  csvw,
  dataPackage,
  datasette,
  huggingFace,
  schemas,
  checksums
]
