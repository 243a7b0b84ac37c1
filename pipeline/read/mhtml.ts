import {archiveLimit, brokenArchive, noPage} from '../diagnostics/archive-rules.ts'
import type {Report} from '../diagnostics/report.ts'
import type {ByteSource, Unpacked} from '../source/byte-source.ts'
import {
  asCharacters,
  decodeTransfer,
  type MimePart,
  parametrised,
  partsOf,
  readHeaders
} from './mime.ts'

/** Largest page saved with its images, and how deep multiparts may be nested. */
const limits = {bytes: 64 * 1024 * 1024, depth: 5} as const

/**
 * Takes the page out of an MHTML file, with the address and the time of saving that it states.
 * Reports `read/broken-archive`, `read/archive-limit`, `read/no-page`.
 * @see https://www.rfc-editor.org/rfc/rfc2557
 */
export function takeMhtml(source: ByteSource, report: Report): Unpacked | null {
  if (source.sizeBytes > limits.bytes) {
    report(archiveLimit, {
      found: `${source.sizeBytes} bytes`,
      limit: `${limits.bytes} bytes`
    })
    return null
  }
  const bytes = source.take(0, source.sizeBytes)
  const text = asCharacters(bytes)
  const message = readHeaders(text, 0, text.length)
  const page = findPage(text, message, report, limits.depth)
  if (!page) return null
  const content = parametrised(page.headers.get('content-type'))
  const transfer = (page.headers.get('content-transfer-encoding') ?? '').toLowerCase()
  const decoded = decodeTransfer(bytes.subarray(page.start, page.end), transfer)
  if (!decoded) {
    const expected = `a page in ${transfer || 'a known transfer encoding'}`
    report(brokenArchive, {found: 'bytes', offset: page.start, expected})
    return null
  }
  const encoding = content.parameters.get('charset')
  return {
    bytes: decoded,
    ending: content.value === 'application/xhtml+xml' ? 'xhtml' : 'html',
    ...(encoding ? {encoding} : {}),
    ...statedBy(message, page)
  }
}

/** Address and time, as the page's part states them, else the message. */
function statedBy(
  message: MimePart,
  page: MimePart
): Pick<Unpacked, 'url' | 'retrieved' | 'id'> {
  const url = [
    page.headers.get('content-location'),
    message.headers.get('snapshot-content-location'),
    message.headers.get('content-location')
  ].find((address) => /^https?:\/\/[^\s<>"{}|\\^`]+$/u.test(address ?? ''))
  const time = Date.parse(message.headers.get('date') ?? '')
  const id = page.headers.get('content-id')
  return {
    ...(url ? {url} : {}),
    ...(Number.isNaN(time)
      ? {}
      : {retrieved: new Date(time).toISOString().replace('.000Z', 'Z')}),
    ...(id ? {id} : {})
  }
}

const isPage = (type: string): boolean =>
  type === 'text/html' || type === 'application/xhtml+xml'

/** The root of the related parts: the one that `start` names, else the first page among them. */
function findPage(
  text: string,
  part: MimePart,
  report: Report,
  depth: number
): MimePart | null {
  const {value, parameters} = parametrised(part.headers.get('content-type'))
  if (isPage(value)) return part
  const boundary = parameters.get('boundary')
  if (!value.startsWith('multipart/') || !boundary || depth === 0) {
    const found = value ? `\`${value}\` without a boundary` : 'file without MIME headers'
    report(brokenArchive, {found, offset: 0, expected: '`multipart/related; boundary=…`'})
    return null
  }
  const parts = partsOf(text, part, boundary)
  if (parts.length === 0) {
    const expected = `a line \`--${boundary}\` before the first part`
    report(brokenArchive, {found: 'text', offset: part.start, expected})
    return null
  }
  const start = parameters.get('start')
  const root =
    parts.find(({headers}) => start && headers.get('content-id') === start) ??
    parts.find(({headers}) =>
      /^multipart\/|^text\/html|^application\/xhtml/iu.test(
        headers.get('content-type') ?? ''
      )
    )
  if (!root) {
    report(noPage, {expected: 'a part of type `text/html`'})
    return null
  }
  if (!root.isClosed) {
    const expected = `the closing line \`--${boundary}--\``
    report(brokenArchive, {found: 'end of the file', offset: root.end, expected})
    return null
  }
  return isPage(parametrised(root.headers.get('content-type')).value)
    ? root
    : findPage(text, root, report, depth - 1)
}
