import {describe, expect, test} from 'vitest'
import {decode} from '../../pipeline/read/bytes.ts'
import {encodingOfPage} from '../../pipeline/read/page-encoding.ts'

/** What `TextDecoder` reads of each pair of bytes tells how a text is written in an encoding. */
function encode(text: string, label: string): Uint8Array {
  const known = new Map<string, number[]>()
  const decoder = new TextDecoder(label)
  for (let first = 0; first < 256; first++) {
    const one = decoder.decode(new Uint8Array([first]))
    if (one.length === 1 && one !== '\ufffd') known.set(one, [first])
  }
  for (let first = 0x81; first < 0xff; first++)
    for (let second = 0x40; second < 0xff; second++) {
      const pair = decoder.decode(new Uint8Array([first, second]))
      if (pair.length === 1 && pair !== '\ufffd' && !known.has(pair))
        known.set(pair, [first, second])
    }
  return new Uint8Array(
    [...text].flatMap((character) => {
      const bytes = known.get(character)
      if (!bytes) throw new Error(`${label} has no ${character}`)
      return bytes
    })
  )
}

function wide(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let n = 0; n < text.length; n++)
    view.setUint16(n * 2, text.charCodeAt(n), isLittle)
  return bytes
}

/** JIS X 0208 is EUC-JP without the high bits, between two escapes. */
const iso2022jp = (text: string): Uint8Array =>
  new Uint8Array(
    (text.match(/[ -~]+|[^ -~]+/gu) ?? []).flatMap((run) =>
      /^[ -~]/u.test(run)
        ? [...new TextEncoder().encode(run)]
        : [
            ...[0x1b, 0x24, 0x42],
            ...[...encode(run, 'euc-jp')].map((byte) => byte & 0x7f),
            ...[0x1b, 0x28, 0x42]
          ]
    )
  )

const read = (bytes: Uint8Array) => decode(bytes, encodingOfPage(bytes))
const page = (charset: string, text: string, before = ''): string =>
  `<!doctype html><html><head>${before}<meta charset="${charset}"><title>${text}</title></head><body><p>${text}</p></body></html>`

const arabic = 'عادت السفينة إلى المرفأ بعد شهرين'
const script = `<script>${'let a = 1;'.repeat(2_000)}</script>`

describe('a page is read in the encoding that it is written in', () => {
  test.each([
    ['windows-1256', arabic],
    ['euc-kr', '배가 두 달 만에 항구로 돌아왔다'],
    ['gb18030', '船在海上航行两个月后回到港口'],
    ['shift_jis', '船が二か月後に港に戻った'],
    ['windows-1251', 'Корабль вернулся в гавань'],
    ['big5', '船在海上航行後回到港口']
  ])('%s, declared at its start or behind a long script', (label, text) => {
    for (const html of [page(label, text), page(label, text, script)])
      expect(read(encode(html, label))).toEqual({
        ok: true,
        text: html,
        encoding: label,
        bom: false
      })
  })

  test('ISO-2022-JP, all of whose bytes are ASCII', () => {
    const html = page('iso-2022-jp', '船が港に戻った')
    expect(read(iso2022jp(html))).toMatchObject({text: html, encoding: 'iso-2022-jp'})
  })

  test.each([
    ['utf-16le', true],
    ['utf-16be', false]
  ])('%s without a mark, whatever it declares', (encoding, isLittle) => {
    const html = page('utf-8', arabic)
    expect(read(wide(html, isLittle))).toMatchObject({text: html, encoding})
    expect(read(wide(`\ufeff${html}`, isLittle))).toMatchObject({
      text: html,
      encoding,
      bom: true
    })
  })
})

describe('a page that declares what it is not', () => {
  test.each([
    ['is UTF-8', 'windows-1256'],
    ['is UTF-8', 'iso-8859-1'],
    ['is UTF-8', 'utf-16'],
    ['is UTF-8', 'no-such-encoding']
  ])('%s beyond doubt, not %s', (_, label) => {
    const html = page(label, arabic)
    expect(read(new TextEncoder().encode(html))).toMatchObject({
      text: html,
      encoding: 'utf-8'
    })
  })

  test('and is no UTF-8: the mark at its start decides, else what its bytes can be', () => {
    const html = page('euc-kr', arabic)
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(html)])
    expect(read(marked)).toMatchObject({text: html, encoding: 'utf-8', bom: true})
    const other = page('utf-8', arabic)
    expect(read(encode(other, 'windows-1256'))).toMatchObject({
      text: other,
      encoding: 'windows-1256'
    })
  })

  test('in a comment declares nothing', () => {
    const html = page('windows-1256', arabic, '<!-- <meta charset="windows-1251"> -->')
    expect(read(encode(html, 'windows-1256'))).toMatchObject({text: html})
  })
})
