import {mkdtempSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {buildEdition} from '../../pipeline/run/build.ts'
import {openBrowser} from '../support/browser.ts'
import {editionOfTwo} from '../support/edition.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const out = join(mkdtempSync(join(tmpdir(), 'warraq-')), 'dist')
const seed = 'articles/witkoff-ushakov-call/index.html'
const english = 'articles/harbour-talks/index.html'
const pages = [
  seed,
  english,
  'index.html',
  'people/index.html',
  'people/yuri-ushakov/index.html',
  'places/gaza/index.html',
  'data/index.html',
  'report/index.html',
  '404.html'
]
let browser: Browser

beforeAll(async () => {
  await buildEdition({sources: editionOfTwo(), out})
  browser = await openBrowser()
}, 60_000)
afterAll(() => browser.close())

/** Opens a page from the disk. */
async function open(
  path: string,
  {width = 1280, dark = false, scripts = true, bypassCSP = false} = {}
) {
  const context = await browser.newContext({
    viewport: {width, height: 900},
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: scripts,
    bypassCSP
  })
  const tab = await context.newPage()
  const complaints: string[] = []
  tab.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(message.text())
  })
  tab.on('pageerror', (error) => complaints.push(error.message))
  const requests: string[] = []
  tab.on('request', (request) => requests.push(request.url()))
  await tab.goto(
    pathToFileURL(join(out, path.split('#')[0] ?? '')).href +
      (path.includes('#') ? `#${path.split('#')[1]}` : '')
  )
  return {tab, complaints, requests, close: () => context.close()}
}

describe.each(pages)('%s', (page) => {
  test.each([
    [320, false],
    [375, true],
    [768, false],
    [1280, false],
    [1280, true]
  ])('at %i pixels, dark %s: accessible, nothing cut off', async (width, dark) => {
    const {tab, close} = await open(page, {width, dark, bypassCSP: true})
    await tab.addScriptTag({path: axe})
    const violations = await tab.evaluate(
      "axe.run().then(({violations}) => violations.map(({id, nodes}) => id + ': ' + nodes[0].html))"
    )
    expect(violations).toEqual([])
    const overflow = Number(
      await tab.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      )
    )
    expect(overflow).toBeLessThanOrEqual(0)
    await close()
  })

  test('runs under its policy from a disk, without a word on the console or the network', async () => {
    const {complaints, requests, close} = await open(page)
    expect(complaints).toEqual([])
    expect(requests.filter((url) => !/^(?:file|data):/u.test(url))).toEqual([])
    await close()
  })
})

test('a permalink shows its turn, with scripts off', async () => {
  const {tab, close} = await open(`${seed}#turn-023`, {scripts: false})
  const box = await tab.locator('#turn-023').boundingBox()
  expect(box?.y).toBeGreaterThanOrEqual(0)
  expect(box?.y).toBeLessThan(900)
  const colour = await tab.evaluate(
    "getComputedStyle(document.getElementById('turn-023')).backgroundColor"
  )
  expect(colour).not.toBe('rgba(0, 0, 0, 0)')
  await close()
})

test('the text of every turn copies as it stands in the source', async () => {
  const {tab, close} = await open(seed)
  const first = await tab.locator('#turn-001').textContent()
  expect((first ?? '').replace(/\s+/gu, ' ')).toContain('ستيف ويتكوف: مرحباً يوري.')
  expect(await tab.locator('.turn').count()).toBe(44)
  await close()
})

test('the button copies the citation', async () => {
  const {tab, close} = await open(seed)
  const button = tab.locator('[data-copy]')
  const label = await button.textContent()
  await button.click()
  await expect.poll(() => tab.locator('#live').textContent()).not.toBe('')
  expect(await button.textContent()).not.toBe(label)
  await close()
})

test('an English article reads from left to right, on a page in English', async () => {
  const {tab, close} = await open(english)
  expect(await tab.locator('html').getAttribute('dir')).toBe('ltr')
  expect(await tab.locator('.turn').count()).toBeGreaterThan(5)
  await close()
})
