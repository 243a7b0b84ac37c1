import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {articlePage} from '../../pipeline/site/article.ts'
import {parseAnyPage} from '../../pipeline/validate/html.ts'
import type {Element} from '../../pipeline/validate/html-element.ts'
import {readPlainPage} from '../../pipeline/validate/html-plain.ts'
import {processFirst, seedSources} from '../support/edition.ts'
import {edited, editsOf} from '../support/edits.ts'

const {article, edition} = processFirst(seedSources)
const [made] = articlePage.article?.(article, edition) ?? []
const good = String(made?.bytes)

const page = (body: string): string =>
  `<!doctype html>\n<html lang="ar">\n<head><title>ورق &amp; حبر</title></head>\n<body>${body}</body>\n</html>\n`
const small = page(
  '<p id="p-001">a <a href="b">c</a></p><ul><li>d</li></ul><div class="e f"><div hidden>g<br></div></div><table><tr><td>h</td></tr></table><svg viewBox="0 0 1 1"><a href="#p-001"><rect x="1"/></a></svg><script type="application/ld+json">{"i":"<p>"}</script>'
)

/** Parsers part text where a reference stands in it. */
function joined({children, ...element}: Element): unknown {
  const all: unknown[] = []
  for (const child of children) {
    const last = all.at(-1)
    if (typeof child !== 'string') all.push(joined(child))
    else if (typeof last === 'string') all.splice(-1, 1, last + child)
    else all.push(child)
  }
  return {...element, children: all}
}

const plain = (text: string): unknown => {
  const root = readPlainPage(text)
  return root && joined(root)
}

test('a page that is written plainly is read as a parser reads it', () => {
  const table = small.replace('<tr>', '<tbody><tr>').replace('</tr>', '</tr></tbody>')
  expect(plain(table)).toEqual(joined(parseAnyPage(table)))
  expect(plain(good)).toEqual(joined(parseAnyPage(good)))
  expect(plain(good)).not.toBeNull()
})

describe('what is not so plain is left to a parser', () => {
  const bodies = {
    'a tag that is not closed': '<div>',
    'a tag that closes another': '<b><i></b></i>',
    'a tag that closes nothing': '</p>',
    'a block in a paragraph': '<p><div></div></p>',
    'a heading in a heading': '<h2><h3></h3></h2>',
    'an item in an item': '<ul><li><li></li></li></ul>',
    'a link in a link': '<a><a></a></a>',
    'a cell outside of a row': '<td></td>',
    'a row outside of its part': '<table><tr></tr></table>',
    'an element that is not known': '<marquee></marquee>',
    'a field': '<input>',
    'an element that is closed in its tag': '<div/>',
    'a tag in capitals': '<P></P>',
    'an attribute that stands twice': '<p id="a" id="b"></p>',
    'an attribute that stands twice in other letters': '<p id="a" ID="b"></p>',
    'a value without quotes': '<p id=a></p>',
    'two spaces in a tag': '<p  id="a"></p>',
    'a reference that is not known': '&nbsp;',
    'a bare ampersand': 'a & b',
    'a comment': '<!-- a -->',
    'a script without an end': '<script>'
  }
  test.each(Object.entries(bodies))('%s', (_, body) => {
    expect(readPlainPage(page(body))).toBeNull()
  })
  test('a page without its declaration', () => {
    expect(readPlainPage(page('').slice(1))).toBeNull()
  })
})

const bits =
  '<|>|&|"|/| |\n|a|&amp;|&lt|&nbsp;|<!-- a -->|\0|<b>|</b>|<p>|</p>|=| id="p-001"| ID="a"| style="x"| hidden|<script>|</script>|<title>|<svg>|</svg>|<li>|</li>|<div>|</div>|<h2>|</h2>|<tbody>|</tbody>|<td>|<table>|</table>|<br>|</br>|<input>|<a href="b">|</a>|<image>|<form>|<path d="x"/>|<textarea>|<style>|<math>|<button>|</button>|<dd>|</dd>'
const edits = editsOf(small, bits, 4)
const starts = fc.constantFrom(...[...small.matchAll(/<[a-z]/gu)].map(({index}) => index))
const pairs = fc.array(
  fc.record({
    at: starts,
    name: fc.constantFrom(
      ...'p a li h2 div span button dd dt b td title svg script tbody'.split(' ')
    )
  }),
  {maxLength: 3}
)

test('what is read as plain is read as a parser reads it, wherever a page is changed', () => {
  fc.assert(
    fc.property(edits, pairs, fc.boolean(), (all, more, isNested) => {
      let text = small.replace('<tr>', '<tbody><tr>').replace('</tr>', '</tr></tbody>')
      for (const {at, name} of more)
        text = `${text.slice(0, at)}<${name}></${name}>${text.slice(at)}`
      if (!isNested) text = edited(text, all)
      const read = plain(text)
      if (read) expect(read).toEqual(joined(parseAnyPage(text)))
    }),
    {numRuns: Number(process.env.FUZZ_RUNS ?? 5000), seed: 13}
  )
})
