import {VFile} from 'vfile'
import {messagesOf, reportTo} from '../diagnostics/report.ts'
import {poisonedArticle} from '../diagnostics/run-rules.ts'
import {noteTree, type Publication, publishBatch, readBatch} from './crew.ts'
import type {Done, Tree} from './journal.ts'
import {createPack, type PackWriter} from './pack.ts'
import {createRecorder} from './records.ts'
import type {Shop, Task} from './work.ts'

/** What a desk needs to know; plain data, so that it can stand in another thread. */
export interface Setup {
  readonly shop: Shop
  /** Folder of the packs. */
  readonly cache: string
  /** Start of the names of packs, which nothing else uses. */
  readonly name: string
}

/** Where one thread works: what it made lies in packs of its own, and in the folders of the articles. */
export interface Desk {
  /** Takes some sources through the chain. */
  read(tasks: readonly Task[]): Promise<Tree[]>
  /** Publishes some articles. */
  publish(publications: readonly Publication[]): Promise<Done[]>
  /** Notes a source that ends whoever works on it. @param why as `run/poisoned-article` says it */
  refuse(task: Task, why: string): Tree
}

/** Opens a desk; its packs appear when they have something in them. */
export function openDesk({shop, cache, name}: Setup): Desk {
  const pack = packs(cache, name)
  const {sources: root, edition} = shop
  const recordOf = createRecorder({root, authorities: edition.authorities})
  return {
    read: (tasks) => readBatch(tasks, shop, {recordOf, pack: pack('trees')}),
    publish: (publications) =>
      publishBatch(publications, shop, {folder: cache, pack: pack('articles')}),
    refuse(task, why) {
      const {slug: id, path} = task
      const file = new VFile({path})
      reportTo(file)(poisonedArticle, {why})
      const result = {id, path, article: null, messages: messagesOf(file)}
      // Without a stamp the next build tries again.
      const tree = noteTree(
        task,
        {result, stamp: '', sha256: ''},
        {shop, pack: pack('trees')}
      )
      pack('trees').end()
      return tree
    }
  }
}

function packs(cache: string, name: string): (kind: string) => PackWriter {
  const open = new Map<string, PackWriter>()
  return (kind) => {
    const pack = open.get(kind) ?? createPack(cache, `${name}-${kind}`)
    open.set(kind, pack)
    return pack
  }
}
