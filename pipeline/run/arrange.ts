import {readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {VFile} from 'vfile'
import {reportTo} from '../diagnostics/report.ts'
import type {WrittenFile} from '../package/description.ts'
import {editionAround} from '../source/edition.ts'
import type {Article} from '../tree/types.ts'
import type {PageLink} from '../validate/gate.ts'
import {articlePageGate} from '../validate/pages.ts'
import type {OutputFile} from '../write/output.ts'
import {sha256Hex} from './digests.ts'
import {disk} from './disk.ts'
import {DamagedEntryError} from './entries.ts'
import {articleOutputs} from './everything.ts'
import {type Around, type Made, type Shop, type SourceTree, writeFile} from './work.ts'
import {safeJoin} from './write-files.ts'

/** A folder that has the files of an article. */
export interface Standing {
  readonly folder: string
  /** Of a shard: it came from elsewhere, so that each file is held against its digest, and copied. */
  readonly isShard: boolean
}

/** Where an article goes, and where it stands. */
interface Move {
  readonly shop: Shop
  readonly standing: Standing
}

/**
 * Makes again what of an article leads to the articles before and after it, and takes over everything else.
 * @returns null where that is not enough: it was refused, or a check found something
 */
export async function arrangeArticle(
  kept: SourceTree & Made,
  around: Around,
  {shop, standing}: Move
): Promise<Made | null> {
  const {article, messages, found, files, parts} = kept
  if (!article || messages.length > found) return null
  const made = pagesBetween(kept, article, {shop, around})
  const isNew = new Map(made.map(({path, bytes}) => [path, bytes]))
  if (made.some(({path}) => !files.some((file) => file.path === path))) return null
  const texts = new Map<string, string>()
  for (const file of files)
    texts.set(file.path, String(isNew.get(file.path) ?? readPage(file, standing)))
  const links = await linksOf(article, texts, shop)
  if (!links) return null
  const own = (file: WrittenFile): WrittenFile => {
    const bytes = isNew.get(file.path)
    if (bytes === undefined) return takeOver(file, article.id, {shop, standing})
    return writeFile({path: file.path, bytes}, article.id, shop.folder)
  }
  return {messages, files: files.map(own), links, parts}
}

function pagesBetween(
  {messages}: Made,
  article: Article,
  {shop, around}: {readonly shop: Shop; readonly around: Around}
): OutputFile[] {
  const edition = editionAround(article, shop.edition)
  return articleOutputs(edition).flatMap(({article: map, hasNeighbours}) =>
    map && hasNeighbours ? map(article, edition, {messages, ...around}) : []
  )
}

/** The links that leave the article's folder; null where something is wrong with a page. */
async function linksOf(
  article: Article,
  files: ReadonlyMap<string, string>,
  {edition}: Shop
): Promise<PageLink[] | null> {
  const file = new VFile()
  const links: PageLink[] = []
  await articlePageGate.check({
    article,
    edition,
    files,
    report: reportTo(file),
    onLink: (link) => void links.push(link)
  })
  return file.messages.length > 0 ? null : links
}

/** The text of a page; of another file it is enough that there is one. */
const readPage = (file: WrittenFile, standing: Standing): string =>
  file.path.endsWith('.html') ? String(readRight(file, standing)) : ''

/** @throws DamagedEntryError where a file is not as it was made */
function readRight({path, sha256}: WrittenFile, {folder}: Standing): Uint8Array {
  const [, slug = ''] = path.split('/')
  try {
    const bytes = readFileSync(safeJoin(folder, path))
    if (sha256Hex(bytes) === sha256) return bytes
  } catch {
    // As good as changed: it is gone, or closed to us.
  }
  throw new DamagedEntryError(slug)
}

function takeOver(file: WrittenFile, slug: string, {shop, standing}: Move): WrittenFile {
  const {path} = file
  if (standing.isShard)
    return writeFile({path, bytes: readRight(file, standing)}, slug, shop.folder)
  disk.makeFolder(dirname(join(shop.folder, path)))
  disk.link(safeJoin(standing.folder, path), safeJoin(shop.folder, path))
  return file
}
