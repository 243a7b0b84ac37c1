import {readdirSync, statSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {VFile} from 'vfile'
import {messagesOf, reportTo} from '../diagnostics/report.ts'
import {unreadableType} from '../diagnostics/source-rules.ts'
import {divide, sourceEndings} from '../read/containers.ts'
import {noAuthorities} from '../source/authorities.ts'
import {endingOf, inOrder, isIgnored, sourceAt, suggestSlug} from '../source/files.ts'
import type {Job} from '../source/job.ts'
import {jobsOfMembers} from '../source/member-jobs.ts'
import type {Authorities, Result} from '../source/types.ts'
import type {CollectionFile} from '../tree/types.ts'
import {processArticle} from './article.ts'
import {createRecorder, recorded} from './records.ts'

/** Files that are no edition, and what is declared of all of them. */
export interface LooseFiles {
  /** Files, and folders whose files are wanted with all below them. */
  readonly paths: readonly string[]
  readonly authorities?: Authorities
  readonly collection?: CollectionFile
  /** Where they were published, where it is one file. */
  readonly url?: string
}

/** Reads files wherever they lie, those of a folder by name, the articles of an archive by their slugs. */
export async function* readLoose({
  paths,
  authorities = noAuthorities,
  collection,
  url
}: LooseFiles): AsyncGenerator<Result> {
  const slugs = new Map<string, number>()
  for (const path of paths.flatMap(filesBelow)) {
    const recordOf = createRecorder({root: dirname(path), authorities})
    const name = basename(path)
    const {jobs, messages} = jobsOf(path, {id: 'extracted', ...collection})
    if (messages.length > 0) yield {id: name, path: name, article: null, messages}
    for (const job of jobs) {
      const file = new VFile({path: name})
      const slug = unique(job.slug, slugs)
      const sidecar = url ? {url} : {}
      const record = await recordOf({...recorded(job), slug, sidecar}, reportTo(file))
      const made = record ? processArticle(record) : {article: null, messages: []}
      const all = [...messagesOf(file), ...made.messages]
      yield {id: slug, path: name, article: made.article, messages: all}
    }
  }
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && !isIgnored(entry.name))
    .filter(({name}) => sourceEndings.includes(endingOf(name, sourceEndings)))
    .map(({parentPath, name}) => join(parentPath, name))
    .sort(inOrder)
}

function jobsOf(path: string, collection: Job['collection']) {
  const name = basename(path)
  const ending = endingOf(name, sourceEndings)
  const file = new VFile({path: name})
  const report = reportTo(file)
  if (!sourceEndings.includes(ending)) {
    report(unreadableType, {name, known: sourceEndings})
    return {jobs: [], messages: messagesOf(file)}
  }
  const stem = basename(name, `.${ending}`)
  const found = {path: name, collection: collection.id, stem, ending}
  const job: Job = {
    slug: suggestSlug(stem, 'article'),
    file: {...found, sidecar: null, memberSidecars: []},
    collection,
    sidecar: {}
  }
  if (!divide.endings.includes(ending)) return {jobs: [job], messages: []}
  const members = divide.membersOf(ending, sourceAt(path), report)
  const {jobs} = jobsOfMembers(job, members, new Map())
  return {jobs, messages: messagesOf(file)}
}

/** Files of the same name in several folders: the second is `name-2`. */
function unique(slug: string, seen: Map<string, number>): string {
  const count = (seen.get(slug) ?? 0) + 1
  seen.set(slug, count)
  return count === 1 ? slug : unique(`${slug}-${count}`, seen)
}
