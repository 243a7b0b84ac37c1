import {
  archiveLimit,
  brokenArchive,
  noPage,
  unsafeEntry
} from '../diagnostics/archive-rules.ts'
import type {Report} from '../diagnostics/report.ts'
import {type ByteSource, type Member, sliceOf} from '../source/byte-source.ts'
import {BrokenZipError, readZip, type ZipEntry} from '../source/zip-reader.ts'
import {attempt} from './http.ts'
import {reportPassedOver, scanWarc} from './warc.ts'

/** Files that a package may have, and the largest list of pages. */
const limits = {entries: 65_536, list: 64 * 1024 * 1024} as const

/**
 * The pages of a WACZ package: those its list of pages names, or all where it has none. Nothing is
 * ever written by the name that it has in the package.
 * @see https://specs.webrecorder.net/wacz/1.1.1/
 */
export function listWacz(source: ByteSource, report: Report): Member[] {
  const entries = entriesOf(source, report)
  const listed = listedPages(entries, report)
  const isWanted = listed.size > 0 ? (url: string) => listed.has(bare(url)) : undefined
  const members: Member[] = []
  const counts = new Map<string, number>()
  for (const entry of entries) {
    if (!/^archive\/.*\.warc(?:\.gz)?$/u.test(entry.name)) continue
    const span = spanOf(entry, report)
    if (!span) continue
    const inside = sliceOf(source, span.start, span.end)
    const found = scanWarc(inside, offsetBy(report, span.start), isWanted)
    for (const member of found.members)
      members.push({...member, offset: member.offset + span.start})
    for (const [kind, count] of found.counts)
      counts.set(kind, (counts.get(kind) ?? 0) + count)
  }
  reportPassedOver(counts, report)
  if (members.length === 0) report(noPage, {expected: 'a page in `archive/*.warc.gz`'})
  return members
}

/** Messages about a file within the package name the byte of the package. */
const offsetBy =
  (report: Report, start: number): Report =>
  (rule, args, place) =>
    report(
      rule,
      'offset' in args && typeof args.offset === 'number'
        ? {...args, offset: args.offset + start}
        : args,
      place
    )

function entriesOf(source: ByteSource, report: Report): ZipEntry[] {
  const entries: ZipEntry[] = []
  try {
    for (const entry of readZip(source)) {
      if (entries.length >= limits.entries) {
        report(archiveLimit, {found: 'more files', limit: `${limits.entries} files`})
        return []
      }
      if (isInside(entry.name)) entries.push(entry)
      else report(unsafeEntry, {name: entry.name})
    }
    return entries
  } catch (error) {
    if (!(error instanceof BrokenZipError)) throw error
    report(brokenArchive, {found: `archive (${error.message})`, expected: 'a ZIP file'})
    return []
  }
}

const isInside = (name: string): boolean =>
  !/^[/\\]|^[a-z]:|\0|\\/iu.test(name) && !name.split('/').includes('..')

/** Where a web archive lies in the package: it must be stored as it is, so that it can be read in place. */
function spanOf(entry: ZipEntry, report: Report): {start: number; end: number} | null {
  try {
    if (entry.isStored) return entry.span()
    report(brokenArchive, {
      found: `packed \`${entry.name}\``,
      expected: 'it to be stored as it is, as WACZ wants it'
    })
  } catch (error) {
    if (!(error instanceof BrokenZipError)) throw error
    const found = `\`${entry.name}\` (${error.message})`
    report(brokenArchive, {found, expected: 'a file in the archive'})
  }
  return null
}

/** Addresses that `pages/*.jsonl` name. */
function listedPages(entries: readonly ZipEntry[], report: Report): ReadonlySet<string> {
  const urls = new Set<string>()
  for (const entry of entries) {
    if (!/^pages\/[^/]+\.jsonl$/u.test(entry.name)) continue
    if (entry.sizeBytes > limits.list) {
      const limit = `${limits.list} bytes of a list of pages`
      report(archiveLimit, {found: `${entry.sizeBytes} bytes`, limit})
      continue
    }
    const list = attempt(() => entry.read())
    if (!list.ok) {
      const found = `\`${entry.name}\`: ${list.found}`
      report(brokenArchive, {found, expected: 'a list of pages'})
      continue
    }
    for (const line of new TextDecoder().decode(list.bytes).split('\n')) {
      const url = /"url"\s*:\s*("(?:[^"\\]|\\.)*")/u.exec(line)?.[1]
      const address = url && unquoted(url)
      if (address) urls.add(bare(address))
    }
  }
  return urls
}

/** A string of JSON; null where it is none. */
function unquoted(json: string): string | null {
  try {
    return String(JSON.parse(json))
  } catch {
    // A SyntaxError: a control character, or an escape that does not exist.
    return null
  }
}

/** An address without what a browser never sends. */
const bare = (url: string): string => url.split('#', 1)[0] ?? ''
