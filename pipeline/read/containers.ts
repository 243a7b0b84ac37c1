import type {Report} from '../diagnostics/report.ts'
import type {ByteSource, Member, Unpacked} from '../source/byte-source.ts'
import type {Divide} from '../source/job.ts'
import {readableEndings} from './index.ts'
import {takeMhtml} from './mhtml.ts'
import {listWacz} from './wacz.ts'
import {listWarc, takeWarc} from './warc.ts'

/** A kind of file that articles are unpacked from. */
export interface Container {
  readonly mediaType: string
  /** Its articles, where it may hold several. */
  readonly list?: (file: ByteSource, report: Report) => Member[]
  /** Unpacks an article; null where that cannot be done, with a message why. */
  take(
    file: ByteSource,
    member: Member,
    report: Report
  ): Unpacked | null | Promise<Unpacked | null>
}

const mhtml: Container = {
  mediaType: 'multipart/related',
  take: (file, _part, report) => takeMhtml(file, report)
}
const warc: Container = {mediaType: 'application/warc', list: listWarc, take: takeWarc}

/** File ending → what it holds and how it is unpacked. What takes long to load is loaded when it is used. */
export const containers: Readonly<Record<string, Container>> = {
  mhtml,
  mht: mhtml,
  warc,
  'warc.gz': {...warc, mediaType: 'application/warc+gzip'},
  wacz: {mediaType: 'application/wacz', list: listWacz, take: takeWarc},
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    take: async (file, _part, report) =>
      (await import('./docx.ts')).takeDocx(file, report)
  }
}

/** Every file ending that can be a source. */
export const sourceEndings: readonly string[] = [
  ...new Set([...readableEndings, ...Object.keys(containers)])
]

/** Files that may hold several articles, and how these are found. */
export const divide: Divide = {
  endings: Object.keys(containers).filter((ending) => containers[ending]?.list),
  membersOf: (ending, file, report) => containers[ending]?.list?.(file, report) ?? []
}
