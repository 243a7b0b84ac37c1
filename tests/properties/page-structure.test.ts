import fc from 'fast-check'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {messagesOf, reportTo} from '../../pipeline/diagnostics/report.ts'
import {articlePage} from '../../pipeline/site/article.ts'
import {plainText} from '../../pipeline/tree/text.ts'
import type {Article} from '../../pipeline/tree/types.ts'
import {textBlocks, turns} from '../../pipeline/tree/walk.ts'
import {agreementGate} from '../../pipeline/validate/agreement.ts'
import {teiGate} from '../../pipeline/validate/tei.ts'
import {checkVocabulary} from '../../pipeline/validate/vocabulary.ts'
import {outputs} from '../../pipeline/write/index.ts'
import {treeOfMarked} from '../extract/marked-page.ts'
import {processFirst, seedSources} from '../support/edition.ts'

const runs = Number(process.env.FUZZ_RUNS ?? 100)

const words = fc.constantFrom(
  'The quay was raised.',
  'Anna Lind: What now?',
  'Bo Ek: Nothing.',
  '26 November 2025',
  '«نعم»، قال.',
  'a &amp; b&nbsp;c',
  '\u00a0',
  '&lt;p&gt;',
  '  two   spaces  ',
  'line\nend',
  '😀',
  '<b>Bold</b> and then',
  '<strong>What do you say?</strong>',
  '<a href="https://a.example/x y">a link</a>',
  '<a href="#n1">1</a>',
  '<a href="javascript:void(0)">press</a>',
  '“Words in <a href=/q>quotes</a>,” he said.',
  '<img src=/a.jpg alt="An image">',
  '<img data-src="//cdn.example/b.png">',
  '<br>',
  '<span class="speaker">Anna</span> well'
)
const phrase = fc.array(words, {maxLength: 4}).map((parts) => parts.join(''))

const {flow} = fc.letrec<{flow: string}>((tie) => ({
  flow: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    phrase.map((text) => `<p>${text}</p>`),
    phrase,
    phrase.map((text) => `<h3>${text}</h3>`),
    phrase.map((text) => `<pre>\n.${text}\n\n  ${text}</pre>`),
    phrase.map((text) => `<p id=n1 class=footnote>${text}`),
    phrase.map(
      (text) =>
        `<figure><img src=/c.jpg><figcaption>${text}<span class=credit>Photo: ${text}</span></figcaption></figure>`
    ),
    phrase.map(
      (text) => `<figure><figcaption>${text}</figcaption><img src=/d.jpg></figure>`
    ),
    fc
      .array(tie('flow'), {maxLength: 3})
      .map((all) => `<ul>${all.map((each) => `<li>${each}</li>`).join('\n')}</ul>`),
    fc
      .array(tie('flow'), {maxLength: 3})
      .map((all) => `<ol><li>${all.join('<li>')}</ol>`),
    fc
      .array(tie('flow'), {maxLength: 2})
      .map((all) => `<blockquote cite="/q">${all.join('')}</blockquote>`),
    fc
      .array(fc.tuple(phrase, tie('flow')), {maxLength: 3})
      .map(
        (all) =>
          `<dl>${all.map(([term, meaning]) => `<dt>${term}</dt><dd>${meaning}</dd>`).join('')}</dl>`
      ),
    fc
      .array(fc.array(tie('flow'), {maxLength: 3}), {maxLength: 3})
      .map(
        (rows) =>
          `<table><caption>${rows.length} rows</caption>${rows.map((row) => `<tr>${row.map((cell) => `<td colspan=2>${cell}</td>`).join('')}</tr>`).join('')}</table>`
      ),
    fc.array(tie('flow'), {maxLength: 2}).map((all) => `<table>${all.join('')}</table>`),
    fc
      .array(tie('flow'), {maxLength: 2})
      .map((all) => `<a href="/card">${all.join('')}</a>`),
    fc.constant('</ul></table></li>')
  )
}))

const page = fc
  .array(flow, {maxLength: 12})
  .map(
    (parts) =>
      `<!doctype html><title>A harbour</title><nav>Home</nav><article><h1>A harbour</h1>${parts.join('\n')}</article><footer>Foot</footer>`
  )

const ink = (text: string): string => text.replace(/\s+/gu, '')

/** Length of what stands before the body. */
const head = '<!doctype html><title>A harbour</title>'.length

/** Everything that accounts for text, in the order of the page. */
function accounted(article: Article): string {
  const spans: {at: number; text: string}[] = []
  for (const block of textBlocks(article)) {
    const {offset} = block.position.start
    spans.push({at: offset, text: plainText(block.children)})
  }
  for (const {label} of turns(article))
    if (label)
      spans.push({
        at: label.position.start.offset,
        text: `${label.before ?? ''}${label.value}${label.after ?? ''}`
      })
  for (const {basis, value, text, position} of Object.values(article.metadata).flat())
    if (basis === 'stated' && position && position.start.offset > head)
      spans.push({at: position.start.offset, text: text ?? String(value)})
  for (const {value, position} of article.source.setAside)
    spans.push({at: position.start.offset, text: value})
  return spans
    .sort((a, b) => a.at - b.at)
    .map(({text}) => text)
    .join('')
}

const {edition} = processFirst(seedSources)

function filesOf(article: Article): Map<string, string> {
  const files = new Map<string, string>()
  for (const output of [...outputs, articlePage])
    for (const {path, bytes} of output.article?.(article, edition) ?? [])
      files.set(path, String(bytes))
  return files
}

describe('whatever the markup of an article', () => {
  test('its tree is sound, and each character that is shown is accounted for once', () => {
    fc.assert(
      fc.property(page, (html) => {
        const {article, messages, lines} = treeOfMarked(html)
        expect(messages.filter(({severity}) => severity === 'error')).toEqual([])
        expect([...ink(accounted(article))].sort().join('')).toBe(
          [...ink(lines.join(''))].sort().join('')
        )
      }),
      {numRuns: runs}
    )
  })

  test('every format is valid, and all of them say the same', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (html) => {
        const {article} = treeOfMarked(html)
        const files = filesOf(article)
        const file = new VFile()
        const report = reportTo(file)
        await teiGate.check({article, edition, files, report})
        await agreementGate.check({article, edition, files, report})
        expect(messagesOf(file).map(({message}) => message)).toEqual([])
        const graph = files.get(`articles/${article.id}/article.jsonld`) ?? ''
        expect(checkVocabulary(JSON.parse(graph))).toEqual([])
      }),
      {numRuns: Math.ceil(runs / 3)}
    )
  })
})
