import {existsSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import type {BaggedFile} from '../package/bag.ts'
import {type ByteSource, bytesAtHand} from '../source/byte-source.ts'
import {inOrder, sourceAt} from '../source/files.ts'
import {BrokenZipError, isZlibError, readZip} from '../source/zip-reader.ts'
import {UsageError} from './arguments.ts'
import {damagedArticles, damagedMembers} from './damage.ts'
import {digestBytes, digestFile, listFiles} from './listing.ts'
import {compareWithList} from './verify-edition.ts'

/** What a check of fixity found; paths sorted. */
export interface Verdict {
  readonly files: number
  readonly changed: readonly string[]
  readonly missing: readonly string[]
  readonly extra: readonly string[]
  /** What is damaged within changed archives and packs: the file, a colon, and what in it. */
  readonly within: readonly string[]
}

/** Every file is there as it was, and no other. */
export const isWhole = ({changed, missing, extra}: Verdict): boolean =>
  changed.length + missing.length + extra.length === 0

/** Which files are not as they were, a line each. */
export const faultLines = (verdict: Verdict): string[] =>
  (['changed', 'within', 'missing', 'extra'] as const).flatMap((kind) =>
    verdict[kind].map((file) => `${kind.padEnd(8)} ${file}`)
  )

/** How many are, in a line. */
export function summary(verdict: Verdict): string {
  const {changed, missing, extra, files} = verdict
  return isWhole(verdict)
    ? `${files} files, each as it was`
    : `${files} files, ${changed.length} changed, ${missing.length} missing, ${extra.length} extra`
}

/** There is nothing to hold the files against. */
class NoManifestError extends UsageError {}

/**
 * Holds the files of an edition (`sha256sums.txt`) or of a bag (its manifests) against the digests that came
 * with them.
 * @param path a folder, or a ZIP archive of one
 */
export function verifyFiles(path: string): Verdict {
  const isFolder = statSync(path).isDirectory()
  const edition = isFolder && isEdition(path) ? compareWithList(path) : null
  if (edition && edition.files > 0)
    return {...edition, within: edition.changed.flatMap((file) => withinFile(path, file))}
  const listing = isFolder ? openFolder(path) : openArchive(path)
  const {files, text, broken} = listing
  const claims = claimsOf(files, text)
  if (claims.length === 0)
    throw new NoManifestError(
      `\`${path}\` has neither sha256sums.txt nor the manifests of a bag`
    )
  const claimed = new Set(claims.map((claim) => claim.path))
  const has = (claim: Claim): boolean => files.has(claim.path) || broken.has(claim.path)
  const isKept = (claim: Claim): boolean =>
    files.get(claim.path)?.[claim.algorithm] === claim.digest
  const mayBeThere = files.has('bagit.txt')
    ? (file: string) => !file.startsWith('data/')
    : (file: string) => file === 'sha256sums.txt'
  const sorted = (paths: Iterable<string>): string[] => [...new Set(paths)].sort(inOrder)
  const changed = sorted(
    claims.filter((claim) => has(claim) && !isKept(claim)).map((claim) => claim.path)
  )
  return {
    files: claimed.size,
    changed,
    within: changed.flatMap((file) => listing.within(file)),
    missing: sorted(claims.filter((claim) => !has(claim)).map((claim) => claim.path)),
    extra: sorted(
      [...files.keys()].filter((file) => !claimed.has(file) && !mayBeThere(file))
    )
  }
}

/** Whether a folder has the list of an edition, and none of a bag. */
const isEdition = (folder: string): boolean =>
  ['bagit.txt', ...manifests].every(
    (name) => existsSync(join(folder, name)) === (name === 'sha256sums.txt')
  )

/** A line of a manifest. */
interface Claim {
  readonly path: string
  readonly algorithm: 'sha256' | 'sha512'
  readonly digest: string
}

interface Listing {
  readonly files: ReadonlyMap<string, BaggedFile>
  /** Files of an archive that cannot be unpacked. */
  readonly broken: ReadonlySet<string>
  text(path: string): string
  /** What is damaged within a file that holds others. */
  within(path: string): string[]
}

const manifests = [
  'tagmanifest-sha256.txt',
  'tagmanifest-sha512.txt',
  'manifest-sha256.txt',
  'manifest-sha512.txt',
  'sha256sums.txt'
]

/** What is claimed of the files; of a folder that is both bag and edition, what the bag claims. */
function claimsOf(
  files: ReadonlyMap<string, BaggedFile>,
  text: Listing['text']
): Claim[] {
  const present = manifests.filter((path) => files.has(path))
  const ofBag = present.filter((path) => path !== 'sha256sums.txt')
  const used = files.has('bagit.txt') ? ofBag : present
  return used.flatMap((path) => {
    const algorithm = path.includes('sha512') ? 'sha512' : 'sha256'
    return [...text(path).matchAll(/^([0-9a-f]+) [ *](.+)$/gmu)].map(
      ([, digest = '', name = '']) => ({
        path: path === 'sha256sums.txt' ? name : decodePath(name),
        algorithm,
        digest
      })
    )
  })
}

const decodePath = (path: string): string =>
  path.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')

const openFolder = (folder: string): Listing => ({
  files: new Map(
    listFiles(folder).map((path) => [path, digestFile(join(folder, path), path)])
  ),
  broken: new Set(),
  text: (path) => readFileSync(join(folder, path), 'utf8'),
  within: (path) => withinFile(folder, path)
})

const withinFile = (folder: string, path: string): string[] =>
  path.endsWith('.zip')
    ? damagedMembers(path, sourceAt(join(folder, path)))
    : damagedArticles(path, folder)

/** The files of an archive, without the one folder that all may lie in. */
function openArchive(path: string): Listing {
  const found = new Map<string, BaggedFile | null>()
  const texts = new Map<string, string>()
  for (const entry of readZip(sourceAt(path))) {
    const bytes = tryRead(entry.read)
    found.set(entry.name, bytes && digestBytes(bytes, entry.name))
    if (bytes && manifests.includes(entry.name.split('/').at(-1) ?? ''))
      texts.set(entry.name, new TextDecoder().decode(bytes))
  }
  const tops = new Set([...found.keys()].map((name) => name.split('/')[0]))
  const isInFolder =
    tops.size === 1 && [...found.keys()].every((name) => name.includes('/'))
  const top = isInFolder ? `${[...tops][0]}/` : ''
  const own = (name: string): string => name.slice(top.length)
  const files = [...found].flatMap(([name, file]) =>
    file ? [[own(name), file] as const] : []
  )
  return {
    files: new Map(files),
    broken: new Set([...found].flatMap(([name, file]) => (file ? [] : [own(name)]))),
    text: (name) => texts.get(top + name) ?? '',
    within: (name) => {
      const packed = name.endsWith('.zip') ? packedIn(path, top + name) : null
      return packed ? damagedMembers(name, packed) : []
    }
  }
}

/** An archive in an archive; null where it cannot be unpacked. */
function packedIn(path: string, name: string): ByteSource | null {
  for (const entry of readZip(sourceAt(path))) {
    const bytes = entry.name === name ? tryRead(entry.read) : null
    if (bytes) return bytesAtHand(bytes)
  }
  return null
}

/** Bytes that cannot be unpacked are a changed file, not the end of the check. */
function tryRead(read: () => Uint8Array): Uint8Array | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof BrokenZipError || isZlibError(error)) return null
    throw error
  }
}
