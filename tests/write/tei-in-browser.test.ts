import {expect, test} from 'vitest'
import {turnText} from '../../pipeline/tree/text.ts'
import {turns} from '../../pipeline/tree/walk.ts'
import {tei} from '../../pipeline/write/tei.ts'
import {openBrowser} from '../support/browser.ts'
import {processSeed} from '../support/edition.ts'

const library = new URL('../../node_modules/CETEIcean/dist/CETEI.js', import.meta.url)
  .pathname

test('CETEIcean shows our TEI unchanged, each turn with its words', async () => {
  const {article, edition} = processSeed()
  const document = String(tei.article?.(article, edition)[0]?.bytes)
  const browser = await openBrowser()
  try {
    const tab = await browser.newPage()
    await tab.setContent('<!doctype html><html lang="ar"><body></body></html>')
    await tab.addScriptTag({path: library})
    await tab.evaluate(
      `document.body.append(new CETEI().makeHTML5(${JSON.stringify(document)}))`
    )
    const shown = await tab.locator('tei-u').allTextContents()
    const words = (text: string): string => text.replace(/\s+/gu, ' ').trim()
    expect(shown.map(words)).toEqual(turns(article).map((turn) => words(turnText(turn))))
    expect(await tab.locator('#turn-023').count()).toBe(1)
    const box = await tab.locator('#turn-023').boundingBox()
    expect(box?.height).toBeGreaterThan(10)
  } finally {
    await browser.close()
  }
}, 60_000)
