import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {VFile} from 'vfile'
import {
  validateAuthorities,
  validateCollection,
  validateEdition,
  validateSidecar
} from '#validators'
import {messagesOf, reportTo} from '../../pipeline/diagnostics/report.ts'
import {indexAuthorities} from '../../pipeline/source/authorities.ts'
import {makeEdition} from '../../pipeline/source/edition.ts'
import {readYaml} from '../../pipeline/source/yaml-file.ts'
import type {
  AuthoritiesFile,
  CollectionFile,
  EditionFile,
  Sidecar
} from '../../pipeline/tree/types.ts'
import {root} from '../support/documentation.ts'
import {
  chainOf,
  faultOf,
  faultOfMessages,
  faultOfOutputs,
  unwritten
} from './properties.ts'

/** What a YAML file can be. */
export const kinds = ['sidecar', 'collection', 'authorities', 'edition'] as const
export type Kind = (typeof kinds)[number]

const source = new Uint8Array(
  readFileSync(join(root, 'tests/cases/english-interview/input.txt'))
)

/** A YAML file in its place around an article: what does not hold of the outcome; null where all holds. */
export async function faultOfDeclaration(
  bytes: Uint8Array,
  kind: Kind,
  withOutputs: boolean
): Promise<string | null> {
  const text = new TextDecoder().decode(bytes)
  const file = new VFile({path: `${kind}.yaml`})
  const report = reportTo(file)
  const declared = declare({file: file.path, text}, kind, report)
  const faults = faultOfMessages(messagesOf(file))
  if (faults) return faults
  if (!declared)
    return messagesOf(file).length > 0 ? null : 'a file is refused, and nothing says why'
  const outcome = chainOf(source, 'txt', declared)
  const fault = faultOf(outcome, source) ?? polluted()
  if (fault || !outcome.article || !withOutputs) return fault
  return faultOfOutputs(outcome.article, {
    ...declared.edition,
    date: '2025-01-01T00:00:00Z'
  })
}

/** What is declared around the article where this file is taken; null where it is not. */
function declare(
  yaml: {file: string; text: string},
  kind: Kind,
  report: ReturnType<typeof reportTo>
) {
  const isA = <Data extends object>(_data: object): _data is Data => true
  const take = <Data extends object>(
    wanted: Kind,
    validate: Parameters<typeof readYaml>[1]
  ): Data | null | undefined => {
    if (kind !== wanted) return undefined
    const bytes = new TextEncoder().encode(yaml.text)
    const data = readYaml({file: yaml.file, bytes}, validate, report)?.data
    return data && isA<Data>(data) ? data : null
  }
  const sidecar = take<Sidecar>('sidecar', validateSidecar)
  const collection = take<CollectionFile>('collection', validateCollection)
  const known = take<AuthoritiesFile>('authorities', validateAuthorities)
  const edition = take<EditionFile>('edition', validateEdition)
  if (sidecar === null || collection === null || known === null || edition === null)
    return null
  const authorities = indexAuthorities(
    known ?? {},
    {...unwritten, file: yaml.file},
    report
  )
  const collections = [{...collection, id: 'press'}]
  return {
    sidecar: sidecar ?? {},
    collection: {...collection, id: 'press'},
    authorities,
    edition: makeEdition(
      edition ?? {baseUrl: 'https://press.example/'},
      authorities,
      collections,
      report
    )
  }
}

/** Whether a key of a declaration has reached the prototype of everything. */
function polluted(): string | null {
  const keys = Object.keys(Object.prototype)
  for (const key in {}) keys.push(key)
  return keys.length > 0 ? `the prototype of all objects has \`${keys.join()}\`` : null
}
