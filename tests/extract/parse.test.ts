import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import type {Root, RootContent} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {attribute, parsePage} from '../../pipeline/extract/parse.ts'
import {extract, print} from '../../pipeline/run/extraction.ts'
import {
  warraqAnnotate,
  warraqExtract,
  warraqSegment,
  warraqStringify,
  warraqValidate
} from '../../pipeline/run/plugins.ts'

const cases = new URL('../cases/', import.meta.url)
const pages = readdirSync(cases).flatMap((name) =>
  readdirSync(new URL(name, cases)).includes('input.html')
    ? [[name, readFileSync(new URL(`${name}/input.html`, cases), 'utf8')] as const]
    : []
)

/** What the tree of a parser says, comments left out: elements, their attributes as text, texts, and where each begins and ends. */
function* told(node: Root | RootContent, depth = 0): Generator<string> {
  if (node.type === 'comment' || node.type === 'doctype') return
  const {start, end} = node.position ?? {}
  const place =
    node.type === 'root' || !start || !end ? '' : ` ${start.offset}–${end.offset}`
  if (node.type === 'text') yield `${depth} ${JSON.stringify(node.value)}${place}`
  if (node.type === 'element') {
    const names = Object.keys(node.properties).sort()
    const attributes = names.map((name) => `${name}=${written(attribute(node, name))}`)
    yield `${depth} <${[node.tagName, ...attributes].join(' ')}>${place}`
    // Long scripts and styles are read past.
    if (node.tagName === 'script' || node.tagName === 'style') return
  }
  if ('children' in node) for (const child of node.children) yield* told(child, depth + 1)
}

/** Attributes with values of a type are typed by rehype-parse: `hidden`, lists by commas, numbers. */
const written = (value: string): string =>
  value === 'true' || value === '' ? '' : value.replace(/[\s,]+/gu, ' ').trim()

const placeless = (line: string): string => line.replace(/ \d+–\d+$/u, '')

const parser = unified().use(rehypeParse)
function same(html: string): void {
  expect([...told(parsePage(html))]).toEqual([...told(parser.parse(html))])
}

describe('the tree is that of rehype-parse, with its positions', () => {
  test.each(pages)('%s', (_, html) => same(html))

  test.each([
    ...[
      '<p title="<script>">a</p>',
      "<p title='<style>' class=<script>>a</p>",
      '<t<script>a',
      '<a ="x><script>">a',
      '<a b= "><style">a</a>',
      '<!--><script>',
      '<!---><script>',
      '<!-- <script> --!>a<script>',
      '<!-->--><script>',
      '<? <script>a',
      '</ <script>a',
      '<iframe><script></iframe>a',
      '</script <script>a<script/a=">">'
    ].map((html) => `${html}${'b > c '.repeat(60)}</script>d<p>e</style>f`),
    '<p>a<p>b<b>c<p>d</b>e',
    '<table><p>x<tr><td>y</table>z',
    '<ul><li>a<li>b<ul><li>c</ul></ul>',
    'a &amp; b &notit; &#x1F600; <a href="?a=1&copy=2">x</a>',
    '<body class=a><p hidden>x</p><body id=b>',
    '<svg viewBox="0 0 1 1"><title>t</title></svg><template><p>x</p></template>',
    '\uFEFF<p>x</p>\r\n<pre>\r\na\rb</pre>',
    `<script>${'x = "<p>";'.repeat(40)}</script><p>y</p><style>${'p {} '.repeat(60)}</style>z`,
    '<p>a</p><plaintext>b</p>'
  ])('%s', (html) => same(html))

  test('of markup thrown together', () => {
    const piece = fc.constantFrom(
      ...'<p>|</p>|<b>|</b>|<div class="a b">|</div>|<table>|<tr>|<td>|</table>|<li>|<ul>|</ul>|text |&amp;|<br>|<a href=x>|</a>|<h1>|</h1>|\n'.split(
        '|'
      )
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 30}), (pieces) => same(pieces.join(''))),
      {numRuns: Number(process.env.FUZZ_RUNS ?? 200), seed: 5}
    )
  })

  test('of signs of scripts and comments thrown together, but for where what is never closed ends', () => {
    const piece = fc.constantFrom(
      ...`<p>|<p title="|<a b='|">|'>|=|/|<script>|<script |</script>|</script |<style |</style>|<!--|-->|--!>|<!|<?|</|>|<textarea>|</textarea>|<iframe>|</iframe>|text `.split(
        '|'
      ),
      'long '.repeat(50)
    )
    const ours = (html: string) => [...told(parsePage(html))].map(placeless)
    const theirs = (html: string) => [...told(parser.parse(html))].map(placeless)
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 16}), (pieces) => {
        const html = pieces.join('')
        expect(ours(html)).toEqual(theirs(html))
      }),
      {numRuns: Number(process.env.FUZZ_RUNS ?? 2_000), seed: 5}
    )
  })
})

describe('behind rehype-parse', () => {
  const chain = unified()
    .use(rehypeParse)
    .use(warraqExtract)
    .use(warraqSegment)
    .use(warraqAnnotate)
    .use(warraqValidate)
    .use(warraqStringify)

  test.each(pages)('the plugins make the same article of %s', async (_, html) => {
    const {article} = await extract(html)
    expect(String(await chain().process(html))).toBe(article && print(article, 'json'))
  })

  test('what a plugin of rehype took out is not read', async () => {
    const without = unified()
      .use(rehypeParse)
      .use(() => (tree: Root) => {
        const visit = (node: Root | RootContent): void => {
          if (!('children' in node)) return
          const kept = node.children.filter(
            (child) => child.type !== 'element' || child.tagName !== 'figure'
          )
          Object.assign(node, {children: kept})
          for (const child of kept) visit(child)
        }
        visit(tree)
      })
      .use(warraqExtract)
      .use(warraqSegment)
      .use(warraqAnnotate)
      .use(warraqValidate)
      .use(warraqStringify, {format: 'text'})
    const prose =
      '<p>The ship came into the harbour after two months at sea, and everybody was on the quay.</p>'
    const html = `<title>A ship</title><article><h1>A ship</h1>${prose}<figure><img src=a.jpg><figcaption>The quay at night</figcaption></figure>${prose}</article>`
    expect(String(await chain().process(html))).toContain('The quay at night')
    expect(String(await without.process(html))).not.toContain('The quay at night')
  })

  test('bytes that were parsed in another encoding than they say are refused', async () => {
    const bytes = Buffer.from(
      '<meta charset=windows-1252><title>x</title><article><h1>Am Kai</h1><p>Die Kr\u00e4ne am Kai stehen still, seit das letzte Schiff ausgelaufen ist, und niemand hat sie vermisst.</p></article>',
      'latin1'
    )
    await expect(chain().process(new Uint8Array(bytes))).rejects.toThrow(
      'decode it before'
    )
  })
})
