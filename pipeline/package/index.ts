import {citation} from './citation.ts'
import {croissant} from './croissant.ts'
import {csvw} from './csvw.ts'
import {dataPackage} from './data-package.ts'
import {datacite} from './datacite.ts'
import {datasette} from './datasette.ts'
import type {Description} from './description.ts'
import {huggingFace} from './hugging-face.ts'
import {roCrate} from './ro-crate.ts'
import {schemaOrg} from './schema-org.ts'
import {schemas} from './schemas.ts'
import {signposting} from './signposting.ts'
import {tdm} from './tdm.ts'

/**
 * What describes the edition, in the order it is made: those that tell of files come after those files.
 * `checksums`, which covers everything, is made last of all.
 */
export const descriptions: readonly Description[] = [
  csvw,
  dataPackage,
  croissant,
  datasette,
  huggingFace,
  schemas,
  tdm,
  citation,
  datacite,
  schemaOrg,
  roCrate,
  signposting
]
