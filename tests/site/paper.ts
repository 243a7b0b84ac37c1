import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {getDocumentProxy} from 'unpdf'
import {expect, test} from 'vitest'
import type {Article} from '../../pipeline/tree/types.ts'
import {turns} from '../../pipeline/tree/walk.ts'
import {onDisk, openTab} from '../support/site.ts'
import type {Site} from './reading.ts'

const slug = 'librarian-interview'
const path = `articles/${slug}/index.html`

/** The words on each page of a PDF, in the order they were drawn. */
async function wordsOf(pdf: Uint8Array): Promise<string[][]> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const pages: string[][] = []
  for (let n = 1; n <= document.numPages; n++) {
    const {items}: {items: readonly {readonly str?: string}[]} = await (
      await document.getPage(n)
    ).getTextContent()
    pages.push(items.flatMap(({str = ''}) => (str.trim() === '' ? [] : [str.trim()])))
  }
  return pages
}

const close = (text: string): string => text.replace(/\s+/gu, '')

/** An article on paper. */
export function checkPaper({browser, folderOf}: Site): void {
  const tree = (): Article =>
    JSON.parse(
      readFileSync(join(folderOf('ar'), `articles/${slug}/article.json`), 'utf8')
    )

  test('on paper nothing is shown that only a screen can use', async () => {
    const tab = await openTab(browser(), onDisk(folderOf('ar'), path))
    await tab.page.emulateMedia({media: 'print'})
    const visible = tab.page.locator('nav:visible, button:visible, .src-link:visible')
    expect(await visible.count()).toBe(0)
    await tab.close()
  })

  test('on small paper no number is parted from its turn', async () => {
    const tab = await openTab(browser(), onDisk(folderOf('ar'), path), {bypassCSP: true})
    await tab.page.addStyleTag({content: '@page {size: 148mm 80mm; margin: 8mm}'})
    const pages = await wordsOf(await tab.page.pdf({preferCSSPageSize: true}))
    await tab.close()
    expect(pages.length).toBeGreaterThan(6)
    const texts = pages.map((words) => close(words.join('')))
    const found = turns(tree()).map(({n, children}) => {
      const start = close(textAt(children[0]?.position.start.offset ?? 0)).slice(0, 24)
      const at = texts.findIndex((text) => text.includes(start))
      return [n, at >= 0, pages[at]?.includes(String(n))]
    })
    expect(found).toEqual(found.map(([n]) => [n, true, true]))
    expect(found.length).toBe(12)
  })

  test('on A4 each page has its number, and the last ones its source and how to cite it', async () => {
    const tab = await openTab(browser(), onDisk(folderOf('ar'), path))
    const pages = await wordsOf(await tab.page.pdf({preferCSSPageSize: true}))
    await tab.close()
    expect(pages.length).toBeGreaterThan(1)
    for (const [n, words] of pages.entries()) expect(words).toContain(String(n + 1))
    const all = close(pages.flat().join(''))
    const {sha256} = tree().source
    expect(all).toContain(sha256)
    expect(all).toContain(`articles/${slug}/`)
  })
}

/** The source from a place on, for the beginning of a turn. */
const textAt = (offset: number): string =>
  readFileSync(
    new URL(`../editions/paper-road/harbour-ledger/${slug}.txt`, import.meta.url),
    'utf8'
  )
    .slice(offset, offset + 60)
    .split('\n')[0] ?? ''
