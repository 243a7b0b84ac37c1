import {gunzipSync} from 'node:zlib'
import {sha1} from '@noble/hashes/legacy.js'
import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex} from '@noble/hashes/utils.js'
import {
  archiveLimit,
  brokenArchive,
  digestDiffers,
  noPage,
  passedOver
} from '../diagnostics/archive-rules.ts'
import type {Report} from '../diagnostics/report.ts'
import type {ByteSource, Member, Unpacked} from '../source/byte-source.ts'
import {attempt, type Body, bodyOf, readResponse} from './http.ts'
import {type MimePart, parametrised} from './mime.ts'
import {type RecordHead, readRecordHead, recordHeads} from './warc-records.ts'

/** Largest record that is unpacked, largest page in it, and pages that one archive may have. */
const limits = {
  record: 64 * 1024 * 1024,
  page: 64 * 1024 * 1024,
  members: 100_000
} as const

type Headers = MimePart['headers']

/**
 * The pages of a web archive: `response` records answered with 200 and `resource` records, of HTML.
 * Reports `read/no-page`, `read/passed-over` and what `scanWarc` reports.
 */
export function listWarc(source: ByteSource, report: Report): Member[] {
  const {members, counts} = scanWarc(source, report)
  reportPassedOver(counts, report)
  if (members.length === 0)
    report(noPage, {expected: 'a record of HTML answered with 200'})
  return members
}

/**
 * Goes through the records of a web archive. Reports `read/broken-archive`, `read/archive-limit`.
 * @param isWanted true for an address that is to be read; all, where it is left out
 * @returns its pages, and by kind how many other records there are
 */
export function scanWarc(
  source: ByteSource,
  report: Report,
  isWanted: (url: string) => boolean = () => true
): {members: Member[]; counts: Map<string, number>} {
  const members: Member[] = []
  const counts = new Map<string, number>()
  for (const head of recordHeads(source, report)) {
    const kind =
      kindOf(head) ?? (isWanted(urlOf(head.headers)) ? null : 'pages that are not listed')
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    else if (members.length < limits.members)
      members.push({key: keyOf(head.headers), offset: head.offset, length: head.length})
    else {
      report(archiveLimit, {found: 'more pages', limit: `${limits.members} pages`})
      break
    }
  }
  return {members, counts}
}

export function reportPassedOver(
  counts: ReadonlyMap<string, number>,
  report: Report
): void {
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  if (sorted.length > 0) report(passedOver, {counts: Object.fromEntries(sorted)})
}

/** Why a record is no page; null where it is one. */
function kindOf({headers, block}: RecordHead): string | null {
  const type = headers.get('warc-type')?.toLowerCase() ?? ''
  if (type === 'resource')
    return isPage(headers.get('content-type')) ? null : 'resource records of other types'
  if (type !== 'response') return `${type || 'nameless'} records`
  const response = readResponse(block)
  if (!response) return 'response records without HTTP'
  if (response.status !== 200) return `answers with ${response.status}`
  const content = response.headers.get('content-type')
  if (content === undefined) return looksLikePage(block) ? null : 'answers without a type'
  return isPage(content) ? null : 'answers of other types'
}

const isPage = (type: string | undefined): boolean =>
  /^(?:text\/html|application\/xhtml\+xml)$/u.test(parametrised(type).value)

const looksLikePage = (block: Uint8Array): boolean =>
  /<!doctype html|<html[\s>]/iu.test(new TextDecoder().decode(block.subarray(0, 4096)))

const unwrapped = (value = ''): string => value.replace(/^<|>$/gu, '')
const urlOf = (headers: Headers): string => unwrapped(headers.get('warc-target-uri'))

/** Ten hexadecimal digits of the record's id, which is the same wherever the record is copied to. */
function keyOf(headers: Headers): string {
  const id =
    unwrapped(headers.get('warc-record-id')) ||
    `${urlOf(headers)} ${headers.get('warc-date')}`
  return bytesToHex(sha256(new TextEncoder().encode(id))).slice(0, 10)
}

/** Unpacks the page of a record. Reports `read/broken-archive`, `read/archive-limit`, `read/digest-differs`. */
export function takeWarc(
  source: ByteSource,
  {offset, length}: Member,
  report: Report
): Unpacked | null {
  const packed = source.take(offset, offset + length)
  const plain: Body =
    packed[0] === 0x1f && packed[1] === 0x8b
      ? attempt(() => gunzipSync(packed, {maxOutputLength: limits.record}))
      : {ok: true, bytes: packed}
  if (!plain.ok) return refuse(plain, offset, report)
  const head = readRecordHead(plain.bytes)
  if (!head) {
    report(brokenArchive, {found: 'bytes', offset, expected: 'a record'})
    return null
  }
  const size = Number(head.headers.get('content-length'))
  const block = plain.bytes.subarray(head.start, head.start + size)
  checkDigest(head.headers.get('warc-block-digest'), block, report)
  const response = readResponse(block)
  const body: Body = response
    ? bodyOf(response, block, limits.page)
    : {ok: true, bytes: block}
  if (!body.ok) return refuse(body, offset, report)
  const type = response ? response.headers : head.headers
  const content = parametrised(type.get('content-type'))
  const encoding = content.parameters.get('charset')
  return {
    bytes: body.bytes,
    ending: content.value === 'application/xhtml+xml' ? 'xhtml' : 'html',
    ...(encoding ? {encoding} : {}),
    ...statedBy(head.headers)
  }
}

function statedBy(headers: Headers): Pick<Unpacked, 'url' | 'retrieved' | 'id'> {
  const url = urlOf(headers)
  const id = unwrapped(headers.get('warc-record-id'))
  const date = headers.get('warc-date') ?? ''
  return {
    ...(/^https?:\/\/[^\s<>"{}|\\^`]+$/u.test(url) ? {url} : {}),
    ...(/^\d{4}(?:-\d\d(?:-\d\dT[\d:.]+Z)?)?$/u.test(date) ? {retrieved: date} : {}),
    ...(id ? {id} : {})
  }
}

function refuse(body: Body & {ok: false}, offset: number, report: Report): null {
  if (body.isTooLarge)
    report(archiveLimit, {found: body.found, limit: `${limits.page} bytes of a page`})
  else {
    const expected = 'a page plain or packed by gzip, deflate or brotli'
    report(brokenArchive, {found: body.found, offset, expected})
  }
  return null
}

/** Holds a block against the digest that its record states, where that is SHA-1 or SHA-256. */
function checkDigest(
  declared: string | undefined,
  block: Uint8Array,
  report: Report
): void {
  const [, name = '', value = ''] =
    /^(sha-?1|sha-?256):(\S+)$/iu.exec(declared ?? '') ?? []
  if (!declared || !value) return
  const hash = /256/u.test(name) ? sha256(block) : sha1(block)
  const isHexadecimal = value.length === hash.length * 2
  const found = isHexadecimal ? bytesToHex(hash) : base32(hash)
  const stated = isHexadecimal
    ? value.toLowerCase()
    : value.toUpperCase().replaceAll('=', '')
  if (found !== stated) report(digestDiffers, {declared, found: `${name}:${found}`})
}

/** @see https://www.rfc-editor.org/rfc/rfc4648#section-6 */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{1,5}/gu) ?? []
  return fives
    .map(
      (five) =>
        'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)]
    )
    .join('')
}
