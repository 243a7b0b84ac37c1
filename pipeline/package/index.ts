import {csvw} from './csvw.ts'
import {dataPackage} from './data-package.ts'
import type {Description} from './description.ts'
import {schemas} from './schemas.ts'

/** What describes the edition, in the order it is made. */
export const descriptions: readonly Description[] = [csvw, dataPackage, schemas]
