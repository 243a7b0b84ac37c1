import {createHash} from 'node:crypto'
import {gzipSync} from 'node:zlib'
import {strToU8, type Zippable, zipSync} from 'fflate'

/** A page of ours with a headline, a date and two paragraphs. */
export const pageOf = (headline: string, body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>${headline} | Harbour News</title>${head}</head><body>
<nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>
<article><h1>${headline}</h1><time datetime="2024-03-05">5 March 2024</time>
<p>${body} Everybody on the quay was there to welcome her, and the band of the harbour played until it was dark.</p>
<p>She had sailed from Lisbon through two storms, and lost a mast; the crew of nine had mended it with what they had on board.</p></article>
<footer>All rights reserved.</footer></body></html>`

export interface WarcRecord {
  readonly type?: string
  readonly id?: string
  readonly url?: string
  readonly date?: string
  /** Header lines of HTTP, with the status line; none for a record that is no answer. */
  readonly http?: string
  readonly body: string | Uint8Array
  /** Lines of the record's own header beside those above. */
  readonly more?: readonly string[]
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? strToU8(content) : content

const joined = (parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts))

export const okay = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8'

/** One record as it stands in a WARC file. */
function warcRecord(record: WarcRecord): Uint8Array {
  const {type = 'response', id = 'urn:uuid:1', date = '2024-03-06T07:08:09Z'} = record
  const http = record.http ?? (type === 'response' ? okay : '')
  const block = joined([strToU8(http ? `${http}\r\n\r\n` : ''), bytesOf(record.body)])
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <${id}>`,
    `WARC-Date: ${date}`,
    ...(record.url ? [`WARC-Target-URI: ${record.url}`] : []),
    ...(record.more ?? []),
    `Content-Length: ${block.length}`
  ].join('\r\n')
  return joined([strToU8(`${head}\r\n\r\n`), block, strToU8('\r\n\r\n')])
}

export const sha1Of = (bytes: string): string =>
  createHash('sha1').update(bytes).digest('hex')

export const warc = (...records: readonly WarcRecord[]): Uint8Array =>
  joined(records.map(warcRecord))

/** Packed record by record. */
export const warcGz = (...records: readonly WarcRecord[]): Uint8Array =>
  joined(records.map((record) => new Uint8Array(gzipSync(warcRecord(record)))))

/** A ZIP archive; names that end in `.gz` or `.warc` are stored as they are. */
export const zip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]): [string, Zippable[string]] => [
        name,
        [
          bytesOf(content),
          {level: /\.(?:gz|warc)$/u.test(name) ? 0 : 6, mtime: '1990-01-01'}
        ]
      ])
    )
  )

/** A page and an image saved as one message, as browsers do. */
export const mhtml = (
  page: string,
  {
    headers = 'Content-Type: text/html; charset=utf-8',
    end = '\r\n------part----\r\n'
  } = {}
): string =>
  `From: <Saved by a browser>
Snapshot-Content-Location: https://harbour.example/2024/ship
Subject: A ship
Date: Wed, 6 Mar 2024 08:08:09 +0100
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----part--"

`.replaceAll('\n', '\r\n') +
  `------part--\r\n${headers}\r\nContent-ID: <frame-1@mhtml.example>\r\nContent-Location: https://harbour.example/2024/ship\r\n\r\n${page}\r\n------part--\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://harbour.example/dot.gif\r\n\r\nR0lGODlhAQABAAAAACw=${end}`

/** Text as quoted-printable lines of at most 73 characters. */
export function quotedPrintable(text: string): string {
  let line = 0
  let out = ''
  for (const byte of strToU8(text)) {
    const isPlain = byte !== 0x3d && byte <= 0x7e && (byte >= 0x20 || byte === 0x0a)
    const code = isPlain
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    if (line + code.length > 72 && byte !== 0x0a) {
      out += '=\r\n'
      line = 0
    }
    out += code
    line = byte === 0x0a ? 0 : line + code.length
  }
  return out
}

const word = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A paragraph of Word; a heading where a depth is given, else runs in bold between asterisks. */
export const wordParagraph = (text: string, heading?: number): string =>
  `<w:p>${heading ? `<w:pPr><w:pStyle w:val="Heading${heading}"/></w:pPr>` : ''}${text
    .split('*')
    .map(
      (run, n) =>
        `<w:r>${n % 2 ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(run)}</w:t></w:r>`
    )
    .join('')}</w:p>`

/** A Word document of paragraphs. */
export const docx = (body: string): Uint8Array =>
  zip({
    '[Content_Types].xml':
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/_rels/document.xml.rels':
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    'word/styles.xml': `<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
      1, 2, 3
    ]
      .map(
        (depth) =>
          `<w:style w:type="paragraph" w:styleId="Heading${depth}"><w:name w:val="heading ${depth}"/></w:style>`
      )
      .join('')}</w:styles>`,
    'word/document.xml': word(body)
  })
