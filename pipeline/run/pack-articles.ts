import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {WrittenFile} from '../package/description.ts'
import {disk} from './disk.ts'
import type {Entries} from './entries.ts'
import {packaging} from './stale.ts'
import type {FileWriter} from './write-files.ts'
import {writeZip} from './zip-writer.ts'

/** Articles and bytes that one archive holds at most; an article is never parted. */
const most = {articles: 1_000, bytes: 64 << 20}

/**
 * Lays the files of articles into archives, as they are and in the order of their paths, and removes the
 * folders that they were made in. The same articles give the same bytes.
 */
export async function packArticles(entries: Entries, writer: FileWriter): Promise<void> {
  let count = 0
  for (const files of inArchives(entries)) {
    const path = `data/articles-${String(++count).padStart(5, '0')}.zip`
    const sources = files.map((file) => ({
      name: file.path,
      content: {file: join(writer.folder, file.path)}
    }))
    disk.makeFolder(join(writer.folder, 'data'))
    await writeZip(join(writer.folder, path), sources, {isStored: true})
    writer.adopt(path, packaging)
  }
  dropFolders(writer.folder)
}

/** Removes the files of articles that are not asked for by themselves. */
export function dropFolders(folder: string): void {
  const articles = join(folder, 'articles')
  if (existsSync(articles)) disk.remove(articles)
}

/** The files of some articles at a time. */
function* inArchives(entries: Entries): Generator<readonly WrittenFile[]> {
  let waiting: WrittenFile[] = []
  let count = 0
  let bytes = 0
  for (const files of entries.filesByPath()) {
    const own = files.reduce((sum, {sizeBytes}) => sum + sizeBytes, 0)
    if (count === most.articles || (count > 0 && bytes + own > most.bytes)) {
      yield waiting
      waiting = []
      count = 0
      bytes = 0
    }
    waiting.push(...files)
    count++
    bytes += own
  }
  if (count > 0) yield waiting
}
