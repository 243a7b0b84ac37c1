import mammoth from 'mammoth'
import mammothPackage from 'mammoth/package.json' with {type: 'json'}
import {archiveLimit, brokenArchive, unsafeEntry} from '../diagnostics/archive-rules.ts'
import type {Report} from '../diagnostics/report.ts'
import {type ByteSource, bytesAtHand, type Unpacked} from '../source/byte-source.ts'
import {BrokenZipError, readZip} from '../source/zip-reader.ts'
import {attempt} from './http.ts'

/** Largest document, packed and unpacked; files in it; and how many times its size one of them may have. */
const limits = {
  packed: 64 * 1024 * 1024,
  unpacked: 256 * 1024 * 1024,
  entries: 10_000
} as const

/**
 * Makes HTML of a Word document: headings, lists, tables, links, footnotes as its styles say. Positions
 * of the article count in that HTML. The sizes of the files in it are held against their bounds before.
 * Reports `read/broken-archive`, `read/archive-limit`, `read/unsafe-entry`.
 * @see https://github.com/mwilliamson/mammoth.js
 */
export async function takeDocx(
  source: ByteSource,
  report: Report
): Promise<Unpacked | null> {
  if (source.sizeBytes > limits.packed) {
    const limit = `${limits.packed} bytes`
    report(archiveLimit, {found: `${source.sizeBytes} bytes`, limit})
    return null
  }
  const bytes = source.take(0, source.sizeBytes)
  if (!isSound(bytes, report)) return null
  const html = await convert(bytes)
  if (html === null) {
    report(brokenArchive, {
      found: 'document that cannot be read',
      expected: 'a Word document with `word/document.xml`'
    })
    return null
  }
  return {
    bytes: new TextEncoder().encode(html),
    ending: 'docx',
    encoding: 'utf-8',
    conversion: `mammoth ${mammothPackage.version}`
  }
}

/** Ends of blocks: a line end behind each lets messages name lines. */
const blockEnd = /<\/(?:p|h[1-6]|li|tr|table|[uo]l)>(?=<)/gu

/** Images are left out: their bytes are in the document, their descriptions stay. */
async function convert(bytes: Uint8Array): Promise<string | null> {
  try {
    const {value} = await mammoth.convertToHtml(
      {buffer: Buffer.from(bytes)},
      {
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({src: ''}))
      }
    )
    return value.replace(blockEnd, '$&\n')
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

/** Unpacks each file within its bounds, so that nothing behind this can be made to grow without end. */
function isSound(bytes: Uint8Array, report: Report): boolean {
  let unpacked = 0
  let count = 0
  try {
    for (const entry of readZip(bytesAtHand(bytes))) {
      unpacked += entry.sizeBytes
      count++
      if (unpacked > limits.unpacked || count > limits.entries) {
        report(archiveLimit, {
          found: `${unpacked} bytes in ${count} files`,
          limit: `${limits.unpacked} bytes in ${limits.entries} files`
        })
        return false
      }
      if (/^[/\\]|\.\.[/\\]/u.test(entry.name)) report(unsafeEntry, {name: entry.name})
      const content = attempt(() => entry.read())
      if (content.ok) continue
      const found = `\`${entry.name}\`: ${content.found}`
      if (content.isTooLarge)
        report(archiveLimit, {found, limit: `the ${entry.sizeBytes} bytes it states`})
      else report(brokenArchive, {found, expected: 'a file that unpacks'})
      return false
    }
    return true
  } catch (error) {
    if (!(error instanceof BrokenZipError)) throw error
    report(brokenArchive, {found: `document (${error.message})`, expected: 'a ZIP file'})
    return false
  }
}
