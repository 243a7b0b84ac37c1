import {createHash} from 'node:crypto'
import type {Edition} from '../source/types.ts'
import type {OutputFile} from '../write/output.ts'
import {about, latinName} from './about.ts'

/** A file of a bag, with its digests in lower-case hexadecimal digits. */
export interface BaggedFile {
  /** Below the bag, with forward slashes. */
  readonly path: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly sha512: string
}

const algorithms = ['sha256', 'sha512'] as const

/** The name of a deposit: the edition's English title and its version, as far as they are known. */
export const depositName = (edition: Edition): string =>
  [latinName(edition) || 'edition', edition.version ?? '']
    .filter((part) => part !== '')
    .join('-')
    .replace(/[^A-Za-z0-9.+-]+/gu, '-')

/**
 * What makes a folder of files a bag: its declaration, what it is, and the digests of the payload and of
 * these files themselves. No date of bagging: the same edition is the same bag.
 * @param payload every file below `data/`, sorted by path
 * @see https://www.rfc-editor.org/rfc/rfc8493
 */
export function bagFiles(payload: readonly BaggedFile[], edition: Edition): OutputFile[] {
  const tags = [
    {
      path: 'bagit.txt',
      bytes: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
    },
    {path: 'bag-info.txt', bytes: bagInfo(payload, edition)},
    ...algorithms.map((algorithm) => ({
      path: `manifest-${algorithm}.txt`,
      bytes: manifest(payload, algorithm)
    }))
  ]
  const digested = tags.map(({path, bytes}) => ({
    path,
    sizeBytes: Buffer.byteLength(bytes),
    sha256: digest(bytes, 'sha256'),
    sha512: digest(bytes, 'sha512')
  }))
  return [
    ...tags,
    ...algorithms.map((algorithm) => ({
      path: `tagmanifest-${algorithm}.txt`,
      bytes: manifest(digested, algorithm)
    }))
  ]
}

const digest = (text: string, algorithm: string): string =>
  createHash(algorithm).update(text).digest('hex')

const manifest = (
  files: readonly BaggedFile[],
  algorithm: (typeof algorithms)[number]
): string =>
  files.map((file) => `${file[algorithm]}  ${encodePath(file.path)}\n`).join('')

/** @see https://www.rfc-editor.org/rfc/rfc8493#section-2.1.3 */
const encodePath = (path: string): string =>
  path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')

function bagInfo(payload: readonly BaggedFile[], edition: Edition): string {
  const {name, description, doiUrl, url, license} = about(edition)
  const bytes = payload.reduce((sum, {sizeBytes}) => sum + sizeBytes, 0)
  const entries: readonly (readonly [string, string | undefined])[] = [
    ['Source-Organization', edition.publisher?.name],
    ['External-Description', description ? `${name}: ${description}` : name],
    ['External-Identifier', doiUrl],
    ['Internal-Sender-Identifier', url],
    ['Internal-Sender-Description', edition.version && `Version ${edition.version}`],
    ['License', license?.url],
    ['Payload-Oxum', `${bytes}.${payload.length}`],
    ['Bag-Software-Agent', `warraq ${edition.generator}`]
  ]
  return entries
    .flatMap(([label, value]) =>
      value ? [`${label}: ${value.replace(/\s+/gu, ' ').trim()}\n`] : []
    )
    .join('')
}
