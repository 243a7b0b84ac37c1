import type {Report} from '../diagnostics/report.ts'
import {thinEdition} from '../diagnostics/source-rules.ts'
import type {Edition} from './types.ts'

/**
 * What an edition that gives itself a version, and so is meant to be cited, leaves out. Reports
 * `source/thin-edition`; nothing stands in for what is missing.
 * @see https://datacite-metadata-schema.readthedocs.io/en/4.6/properties/overview/
 */
export function adviseEdition(edition: Edition, report: Report): void {
  if (!edition.version) return
  const missing = [
    ...(Object.keys(edition.title).length > 0 ? [] : ['title']),
    ...(Object.keys(edition.description).length > 0 ? [] : ['description']),
    ...(edition.creators.length > 0 ? [] : ['creators']),
    ...(edition.publisher ? [] : ['publisher']),
    ...(edition.license ? [] : ['license']),
    ...(edition.languages.length > 0 ? [] : ['languages'])
  ]
  if (missing.length > 0) report(thinEdition, {missing}, {file: 'edition.yaml'})
}
