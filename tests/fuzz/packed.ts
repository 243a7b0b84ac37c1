import {createHash} from 'node:crypto'
import {gzipSync} from 'node:zlib'
import fc from 'fast-check'
import {VFile} from 'vfile'
import {messagesOf, reportTo} from '../../pipeline/diagnostics/report.ts'
import {type Container, containers} from '../../pipeline/read/containers.ts'
import {processArticle} from '../../pipeline/run/article.ts'
import {bytesAtHand, type Member} from '../../pipeline/source/byte-source.ts'
import {
  docx,
  mhtml,
  pageOf,
  warc,
  warcGz,
  wordParagraph,
  zip
} from '../support/archives.ts'
import {materialOf} from './material.ts'
import {changedFrom} from './mutation.ts'
import {
  faultOf,
  faultOfMessages,
  faultOfOutputs,
  type Surroundings
} from './properties.ts'

/** Files that articles are unpacked from. */
export const packedEndings: readonly string[] = Object.keys(containers)

const page = pageOf(
  'The brig comes home',
  'The brig came into the harbour after two months at sea.'
)
const record = (body: string | Uint8Array, n = 1) => ({
  url: `https://harbour.example/${n}`,
  id: `urn:uuid:${n}`,
  body
})
const pages = fc.oneof(
  {weight: 1, arbitrary: fc.constant<Uint8Array>(Buffer.from(page))},
  {weight: 3, arbitrary: changedFrom([Buffer.from(page), ...materialOf('html')])}
)
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

const lines = fc
  .tuple(changedFrom(materialOf('txt')), fc.array(fc.nat({max: 7}), {maxLength: 8}))
  .map(([text, depths]) =>
    Buffer.from(text)
      .toString('utf8')
      .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd]/gu, '')
      .split('\n', 40)
      .map((line, n) => wordParagraph(line, depths[n]))
      .join('')
  )
const runs = [
  '<w:tbl><w:tr><w:tc>',
  '</w:tc></w:tr></w:tbl>',
  '<w:br/>',
  '<w:hyperlink w:anchor="a">',
  '<w:p>',
  '</w:p>',
  '<w:footnoteReference w:id="1"/>'
]
const markup = changedFrom([
  Buffer.from(
    wordParagraph('A letter', 1) + wordParagraph('We are *well*, and the mast is mended.')
  ),
  Buffer.from(runs.join(wordParagraph('A: one?')))
]).map((bytes) => Buffer.from(bytes).toString('utf8'))

/** The packed file around what was changed in it. */
const makers: Readonly<Record<string, fc.Arbitrary<Uint8Array>>> = {
  mhtml: pages.map((bytes) => Buffer.from(mhtml(latin(bytes)), 'latin1')),
  warc: fc
    .array(pages, {minLength: 1, maxLength: 2})
    .map((all) => warc(...all.map(record))),
  'warc.gz': fc
    .array(pages, {minLength: 1, maxLength: 2})
    .map((all) => warcGz(...all.map(record))),
  wacz: fc
    .tuple(pages, changedFrom([Buffer.from('{"url": "https://harbour.example/0"}\n')]))
    .map(([body, list]) =>
      zip({'archive/data.warc.gz': warcGz(record(body, 0)), 'pages/pages.jsonl': list})
    ),
  docx: fc.oneof(lines, markup).map(docx)
}

const whole: Readonly<Record<string, Uint8Array>> = {
  mhtml: Buffer.from(mhtml(page)),
  warc: warc(record(page), record(page, 2)),
  'warc.gz': warcGz(record(page), record(page, 2)),
  wacz: zip({
    'archive/data.warc.gz': warcGz(record(page)),
    'pages/pages.jsonl': '{"url": "https://harbour.example/1"}\n'
  }),
  docx: docx(wordParagraph('A letter', 1) + wordParagraph('We are well.'))
}

const kindOf = (ending: string): string => (ending === 'mht' ? 'mhtml' : ending)

/** A packed file: what is in it changed and packed again, or the file itself changed byte by byte. */
export function packed(ending: string): fc.Arbitrary<Uint8Array> {
  const inside = makers[kindOf(ending)]
  const outside = whole[kindOf(ending)]
  if (!inside || !outside) throw new Error(`Nobody makes files of the kind .${ending}`)
  const headed = changedFrom([Buffer.from(warc(record(page)))]).map(
    (bytes) => new Uint8Array(gzipSync(bytes))
  )
  return fc.oneof(
    {weight: 5, arbitrary: inside},
    {weight: 4, arbitrary: changedFrom([Buffer.from(outside)])},
    {weight: ending === 'warc.gz' ? 3 : 0, arbitrary: headed}
  )
}

/** Articles that are read of one file. */
const most = 3

/** What does not hold of a packed file and the articles in it; null where all holds. */
export async function faultOfPacked(
  bytes: Uint8Array,
  ending: string,
  around: Surroundings,
  withOutputs: boolean
): Promise<string | null> {
  const container = containers[ending]
  if (!container) throw new Error(`No file ends in .${ending}`)
  const file = new VFile({path: `press/article.${ending}`})
  const report = reportTo(file)
  const source = bytesAtHand(bytes)
  const members = container.list?.(source, report) ?? [
    {key: '', offset: 0, length: bytes.length}
  ]
  let fault: string | null = null
  for (const member of members.slice(0, most)) {
    fault ??= await faultOfMember(bytes, container, {member, file, around, withOutputs})
  }
  const messages = messagesOf(file)
  if (members.length === 0 && messages.length === 0)
    return 'there is no article, and nothing says why'
  return fault ?? faultOfMessages(messages)
}

async function faultOfMember(
  bytes: Uint8Array,
  container: Container,
  {
    member,
    file,
    around,
    withOutputs
  }: {
    readonly member: Member
    readonly file: VFile
    readonly around: Surroundings
    readonly withOutputs: boolean
  }
): Promise<string | null> {
  const before = file.messages.length
  const unpacked = await container.take(bytesAtHand(bytes), member, reportTo(file))
  if (!unpacked)
    return file.messages.length > before
      ? null
      : 'nothing is unpacked, and nothing says why'
  const {bytes: inside, ...stated} = unpacked
  const {offset, length} = member
  const outcome = processArticle({
    ...around,
    slug: 'article',
    path: file.path,
    bytes: inside,
    unpacked: {
      ...stated,
      container: {
        mediaType: container.mediaType,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
        ...(stated.id ? {id: stated.id} : {}),
        ...(container.list ? {offset, length} : {})
      }
    }
  })
  // A page of an archive may well be no article: that is no error.
  if (!outcome.article && container.list) return faultOfMessages(outcome.messages)
  const fault = faultOf(outcome, inside)
  return fault || !outcome.article || !withOutputs
    ? fault
    : faultOfOutputs(outcome.article)
}
