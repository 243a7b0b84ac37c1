import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Article} from '../../pipeline/tree/types.ts'
import {walk} from '../../pipeline/tree/walk.ts'
import {ink, shown} from '../fuzz/page-account.ts'
import {processSource} from '../support/edition.ts'

const runs = Number(process.env.FUZZ_RUNS ?? 200)

function articleOf(html: string): Article | null {
  const {article, messages} = processSource('press/page.html', html)
  expect(messages.filter(({rule}) => /internal-error|invariant/u.test(rule))).toEqual([])
  return article
}

interface Span {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Everything that accounts for what is printed, in the order of the page. @param body where the body begins */
function spansOf(article: Article, body: number): Span[] {
  const spans: Span[] = []
  const add = (
    {start, end}: {start: {offset: number}; end: {offset: number}},
    text: string
  ): void => {
    if (start.offset >= body) spans.push({start: start.offset, end: end.offset, text})
  }
  for (const node of walk(article)) {
    if (node.type === 'text') add(node.position, node.value)
    if (node.type === 'turn' && node.label) {
      const {before = '', value, after = '', position} = node.label
      add(position, before + value + after)
    }
  }
  for (const {position, value} of article.source.setAside) add(position, value)
  for (const {basis, position, value, text} of Object.values(article.metadata).flat())
    if (basis === 'stated' && position)
      add(
        position,
        text ??
          (typeof value === 'object' && 'name' in value ? value.name : String(value))
      )
  return spans.sort((a, b) => a.start - b.start || a.end - b.end)
}

const counted = (text: string): string => [...ink(text)].sort().join('')

const head = '<!doctype html><html lang=en><title>A harbour</title>'

function expectAccounted(body: string): void {
  const html = head + body
  const article = articleOf(html)
  if (!article) return
  const spans = spansOf(article, head.length)
  // Each character that is shown is accounted for once.
  expect(counted(spans.map(({text}) => text).join(''))).toBe(counted(shown(html)))
  let at = 0
  for (const {start, end, text} of spans) {
    // No two spans share a character of the page, and each holds what it is said to hold.
    expect(start).toBeGreaterThanOrEqual(at)
    at = end
    const written = html.slice(start, end)
    // In raw text `&` opens no reference.
    if (!written.includes('<'))
      expect([ink(written), ink(shown(`<body>x${written}`)).slice(1)]).toContain(
        ink(text)
      )
  }
}

const sentence =
  'The ship came into the harbour after two months at sea, and everybody was on the quay.'
const word = fc.constantFrom(
  ...[
    'The quay',
    'Anna Lind: What now?',
    '&lt;b&gt;',
    '&amp;',
    '&ltb',
    '&#60;',
    '&#x3c',
    '&nbsp;'
  ],
  ...[
    '&notit;',
    '&notin;',
    '& c',
    '&',
    '\n',
    '\r\n',
    ' ',
    '\t',
    '\u00a0',
    'é',
    '😀',
    'كتب',
    '\u0000'
  ],
  ...[
    '5 March 2024',
    'By Bo Ek',
    '“Words,” he said.',
    '&#10;',
    '&#0;',
    '&#128;',
    'a < b',
    '<'
  ]
)
const tags = fc.constantFrom(
  ...[
    '<pre>',
    '<pre>\n',
    '</pre>',
    '<listing>\n',
    '<textarea>\n',
    '<xmp>',
    '</xmp>',
    '<p>',
    '</p>'
  ],
  ...[
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<a href=/x>',
    '</a>',
    '<br>',
    '</br>'
  ],
  ...[
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '</tr>',
    '</table>',
    '<caption>',
    '<col>',
    '<tbody>'
  ],
  ...['<ul>', '<li>', '</ul>', '<dl>', '<dt>', '<dd>', '<blockquote>', '</blockquote>'],
  ...[
    '<h2>',
    '</h2>',
    '<!-- c -->',
    '<!--',
    '-->',
    '<script>x</script>',
    '<style>p{}</style>'
  ],
  ...[
    '<select>',
    '<option>',
    '</select>',
    '<svg>',
    '<math><mi>',
    '</svg>',
    '</math>',
    '<title>'
  ],
  ...[
    '</body>',
    '</html>',
    '<body>',
    '<head>',
    '</x>',
    '<x>',
    '<nobr>',
    '<button>',
    '<form>'
  ],
  ...[
    '<img alt="a>b">',
    '<p class="a\nb">',
    '<?x?>',
    '<![CDATA[x]]>',
    '<frameset>',
    '<nav>',
    '<aside>'
  ],
  ...[
    '<plaintext>',
    '<article>',
    '</article>',
    '<h1>',
    '</h1>',
    '<section class=comments>',
    '<p hidden>'
  ]
)
const body = fc
  .array(fc.oneof({weight: 3, arbitrary: word}, {weight: 4, arbitrary: tags}), {
    maxLength: 60
  })
  .chain((parts) =>
    fc
      .constantFrom('', `<p>${sentence}</p><p>${sentence} It was cold.</p>`)
      .map((text) => `<article><h1>A harbour</h1>${text}${parts.join('')}`)
  )

describe('whatever the page', () => {
  test('each character that it shows is in the tree, in a fact or set aside, once, where it stands', () => {
    fc.assert(
      fc.property(body, (page) => expectAccounted(page)),
      {numRuns: runs}
    )
  })

  test.each([
    ['a preformatted text', '<pre>\n&lt;b&gt;mast&lt;/b&gt;</pre>'],
    ['one behind a line end as a reference', '<pre>&#10;&lt;b</pre>'],
    [
      'one that ends a line within',
      `<pre>&lt;b The quay&#10;${sentence}&#9;${sentence}</pre>`
    ],
    ['one in CRLF', '<pre>\r\n&amp;x\r\n&lt;y</pre>'],
    ['text between the rows of a table', '<table>a<tr>b<td>c</td>d</tr>&lt;e</table>'],
    ['text behind tags that end nothing', 'a</x>b<p>c</x>&lt;d'],
    ['text behind the body', '</article></body>&lt;a</html>b'],
    ['nulls', '<p>a\u0000&lt;b\u0000\u0000c']
  ])('that opens with a reference, %s', (_, part) => {
    expectAccounted(`<article><h1>A harbour</h1><p>${sentence}</p>${part}`)
  })
})
