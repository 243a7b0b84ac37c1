import {existsSync, readFileSync} from 'node:fs'
import type {Neighbour} from '../write/sequence.ts'
import {disk} from './disk.ts'
import type {KnownArticle} from './manifest.ts'
import type {Place} from './pack.ts'
import type {Stamp} from './stamp.ts'

/** A source that was taken through the chain; nothing is written of it yet. */
export interface Tree {
  readonly slug: string
  readonly path: string
  readonly inputs: string
  readonly neighbour: Neighbour | null
  readonly uses: readonly string[]
  readonly place: Place
  readonly stamp: Stamp
  readonly sha256: string
}

/** An article whose files are written. */
export type Done = Pick<
  KnownArticle,
  'slug' | 'around' | 'place' | 'names' | 'made' | 'sizeBytes' | 'counts'
> & {
  /** Digest of the tree it was made of. */
  readonly from: string
}

/** Notes what a build has made, line by line, so that a build that was ended is taken up where it stood. */
export interface Journal {
  readonly trees: ReadonlyMap<string, Tree>
  readonly done: ReadonlyMap<string, Done>
  noteTrees(trees: readonly Tree[]): void
  noteDone(done: readonly Done[]): void
}

/**
 * Opens the journal of a build that was ended, or an empty one.
 * @param head what the notes hold for: another program or edition begins anew
 */
export function openJournal(path: string, head: string): Journal {
  const {trees, done} = readNotes(path, head)
  const note = (lines: readonly object[]): void =>
    disk.append(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  // A line that is torn would swallow the next one.
  disk.write(path, `${JSON.stringify(head)}\n`)
  if (trees.size + done.size > 0)
    note([
      ...[...trees.values()].map((tree) => ({tree})),
      ...[...done.values()].map((each) => ({done: each}))
    ])
  return {
    trees,
    done,
    noteTrees: (all) => note(all.map((tree) => ({tree}))),
    noteDone: (all) => note(all.map((each) => ({done: each})))
  }
}

function readNotes(path: string, head: string) {
  const trees = new Map<string, Tree>()
  const done = new Map<string, Done>()
  if (!existsSync(path)) return {trees, done}
  const [first = '', ...lines] = readFileSync(path, 'utf8').split('\n')
  if (first !== JSON.stringify(head)) return {trees, done}
  for (const line of lines) {
    const note = parseNote(line)
    if (!note) break
    if (note.tree) trees.set(note.tree.slug, note.tree)
    if (note.done) done.set(note.done.slug, note.done)
  }
  return {trees, done}
}

function parseNote(line: string): {readonly tree?: Tree; readonly done?: Done} | null {
  try {
    return line.endsWith('}') ? JSON.parse(line) : null
  } catch {
    // The build was ended in the middle of this line.
    return null
  }
}
