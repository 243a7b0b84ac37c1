import {lstatSync, readdirSync, type Stats} from 'node:fs'
import {basename, join} from 'node:path'
import type {Report} from '../diagnostics/report.ts'
import {
  lonelySidecar,
  notAFile,
  outside,
  unreadableType
} from '../diagnostics/source-rules.ts'
import {
  type Endings,
  endingOf,
  type FoundFile,
  leadsOut,
  listFolder,
  statOf
} from './files.ts'

/** Files of one collection, each judged; what cannot be a source is reported. */
export function listSources(
  root: string,
  collection: string,
  endings: Endings,
  reportOn: (path: string) => Report
): FoundFile[] {
  const folder = join(root, collection)
  const names = listFolder(folder)
  const present = new Set(names)
  const stemOf = (name: string): string =>
    basename(name, `.${endingOf(name, endings.known)}`)
  const files = names.filter((name) => !/\.ya?ml$/u.test(name))
  const stems = new Set(files.map(stemOf))
  const divided = files
    .filter((name) => endings.divided.includes(endingOf(name, endings.known)))
    .map(stemOf)
  const plain = plainFilesIn(root, collection)
  const found: FoundFile[] = []
  for (const name of names) {
    const path = `${collection}/${name}`
    if (/\.ya?ml$/u.test(name)) {
      const isOfMember = divided.some((stem) => name.startsWith(`${stem}-`))
      if (name !== 'collection.yaml' && !stems.has(stemOf(name)) && !isOfMember)
        reportOn(path)(lonelySidecar, {name})
      continue
    }
    const judged = {root, path, known: endings.known, isPlain: plain.has(name)}
    if (isSource(judged, reportOn(path))) {
      const stem = stemOf(name)
      const isSidecar = (other: string): boolean =>
        other.startsWith(`${stem}-`) &&
        /\.yaml$/u.test(other) &&
        !stems.has(stemOf(other))
      found.push({
        path,
        collection,
        stem,
        ending: endingOf(name, endings.known),
        sidecar: present.has(`${stem}.yaml`) ? `${collection}/${stem}.yaml` : null,
        memberSidecars: divided.includes(stem)
          ? names.filter(isSidecar).map((other) => `${collection}/${other}`)
          : []
      })
    }
  }
  return found
}

/** Names of what is known to be a file without asking for each; none of a folder that leads elsewhere. */
const plainFilesIn = (root: string, collection: string): ReadonlySet<string> =>
  new Set(
    leadsOut(root, collection)
      ? []
      : readdirSync(join(root, collection), {withFileTypes: true}).flatMap((entry) =>
          entry.isFile() ? entry.name : []
        )
  )

interface Judged {
  readonly root: string
  readonly path: string
  readonly known: readonly string[]
  /** It is known to be a file, and no link. */
  readonly isPlain: boolean
}

function isSource({root, path, known, isPlain}: Judged, report: Report): boolean {
  const name = basename(path)
  const full = join(root, path)
  const isKnown = known.includes(endingOf(name, known))
  if (isPlain && isKnown) return true
  const stats = statOf(full)
  if (!stats) {
    report(notAFile, {
      name,
      found: lstatOf(full)?.isSymbolicLink() ? 'dangling link' : 'entry'
    })
    return false
  }
  if (stats.isDirectory()) {
    report(notAFile, {name, found: 'folder'})
    return false
  }
  if (!stats.isFile()) {
    report(notAFile, {name, found: 'special file'})
    return false
  }
  if (!isKnown) {
    report(unreadableType, {name, known})
    return false
  }
  if (leadsOut(root, path)) {
    report(outside, {name})
    return false
  }
  return true
}

function lstatOf(path: string): Stats | null {
  return lstatSync(path, {throwIfNoEntry: false}) ?? null
}
