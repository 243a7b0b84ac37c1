import {mkdirSync, renameSync, rmSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {bagFiles, depositName} from '../package/bag.ts'
import {inOrder, isIgnored} from '../source/files.ts'
import {digestFile, listFiles} from './listing.ts'
import {openSources} from './records.ts'
import {isWhole, type Verdict, verifyFiles} from './verify.ts'
import {writeZip} from './zip-writer.ts'

export interface DepositOptions {
  readonly sources: string
  /** The edition as it was built. */
  readonly edition: string
  readonly out: string
}

/** What was written. */
export interface Deposit {
  readonly path: string
  readonly files: number
  readonly sizeBytes: number
}

/** The built edition is not as it was built. */
export class ChangedEditionError extends Error {
  readonly verdict: Verdict
  constructor(verdict: Verdict) {
    super('The edition is not as it was built')
    this.verdict = verdict
  }
}

/**
 * Packs what an archive takes in: the sources and all that is made of them but the pages, as a bag in a ZIP
 * archive. The payload is itself the RO-Crate. The same edition gives the same bytes.
 * @throws ChangedEditionError where the edition is not as it was built
 */
export async function makeDeposit({
  sources,
  edition: dist,
  out
}: DepositOptions): Promise<Deposit> {
  const verdict = verifyFiles(dist)
  if (!isWhole(verdict)) throw new ChangedEditionError(verdict)
  const {edition} = openSources(sources)
  const files = [
    ...listFiles(dist)
      .filter(isDeposited)
      .map((path) => ({path: `data/${path}`, file: join(dist, path)})),
    ...listFiles(sources)
      .filter((path) => !path.split('/').some(isIgnored))
      .map((path) => ({path: `data/sources/${path}`, file: join(sources, path)}))
  ].sort((one, other) => inOrder(one.path, other.path))
  const payload = files.map(({path, file}) => digestFile(file, path))
  const name = depositName(edition)
  mkdirSync(out, {recursive: true})
  const path = join(out, `${name}.zip`)
  const unfinished = `${path}.part`
  try {
    await writeZip(unfinished, [
      ...bagFiles(payload, edition).map((tag) => ({
        name: `${name}/${tag.path}`,
        content: {text: String(tag.bytes)}
      })),
      ...files.map((each) => ({name: `${name}/${each.path}`, content: {file: each.file}}))
    ])
    renameSync(unfinished, path)
  } finally {
    rmSync(unfinished, {force: true})
  }
  return {path, files: payload.length, sizeBytes: statSync(path).size}
}

/** Pages and what serves them can be made again from what is deposited. */
const isDeposited = (path: string): boolean =>
  !path.endsWith('.html') &&
  !path.endsWith('.js') &&
  !path.startsWith('assets/') &&
  !/^articles\/[^/]+\/card\.png$/u.test(path) &&
  !/^sitemap(?:-\d+)?\.xml$/u.test(path) &&
  !servingFiles.has(path)

/** What serves readers and crawlers of the pages, and the digests of the edition as it was built. */
const servingFiles: ReadonlySet<string> = new Set([
  'feed.json',
  'feed.xml',
  'llms.txt',
  'opensearch.xml',
  'robots.txt',
  'sha256sums.txt'
])
