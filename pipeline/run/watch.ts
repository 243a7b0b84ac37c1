import {type FSWatcher, watch} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as after} from 'node:timers/promises'
import {isIgnored, listCollections} from '../source/files.ts'

/** Tells when something in a folder of sources may have changed. */
export interface SourceWatch {
  /** Resolves when something changed since the last call, and what changes it has paused. */
  changed(): Promise<void>
  /** Whether something changed since then. */
  readonly hasChanged: boolean
  /** Aborts at that moment. */
  readonly signal: AbortSignal
  close(): void
}

/** Milliseconds without an event after which what an editor or a copy does is taken to be done. */
const quietMs = 25
/** Milliseconds after which a change is taken up however busy the folder is. */
const busyMs = 1_000

/** Watches from now on. What did change, the next build finds by the stamps of the files. */
export function watchSources(root: string): SourceWatch {
  let newer = new AbortController()
  let last = 0
  let wake = (): void => undefined
  const note = (): void => {
    last = performance.now()
    newer.abort()
    wake()
  }
  let isOpen = true
  const folders = watchFolders(root, note)
  return {
    get hasChanged() {
      return newer.signal.aborted
    },
    get signal() {
      return newer.signal
    },
    async changed() {
      while (!newer.signal.aborted)
        await new Promise<void>((done) => {
          wake = done
        })
      const began = performance.now()
      while (performance.now() - last < quietMs && performance.now() - began < busyMs)
        await after(quietMs)
      if (isOpen) folders.refresh()
      newer = new AbortController()
    },
    close() {
      isOpen = false
      folders.close()
      note()
    }
  }
}

/**
 * Watches the folder and its collections: sources lie no deeper. Libraries for this hold a watch a file, which
 * 10,000 sources do not need: an event too many or of another name does no harm here.
 */
function watchFolders(root: string, onEvent: () => void) {
  const watchers = new Map<string, FSWatcher>()
  const drop = (folder: string): void => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  const add = (folder: string): void => {
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name === null || !isIgnored(name)) onEvent()
        if (folder === root) refresh()
      })
      watcher.on('error', () => {
        drop(folder)
        onEvent()
      })
      watchers.set(folder, watcher)
    } catch {
      // The folder is gone again, or closed to us; the build says so.
    }
  }
  const refresh = (): void => {
    const folders = foldersOf(root)
    for (const folder of watchers.keys()) if (!folders.includes(folder)) drop(folder)
    for (const folder of folders) if (!watchers.has(folder)) add(folder)
  }
  refresh()
  return {
    refresh,
    close() {
      for (const folder of [...watchers.keys()]) drop(folder)
    }
  }
}

function foldersOf(root: string): string[] {
  try {
    return [root, ...listCollections(root).map((name) => join(root, name))]
  } catch {
    // The folder is gone; it may come back.
    return [root]
  }
}
