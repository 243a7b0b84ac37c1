import {createRequire} from 'node:module'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {buildEdition} from '../../pipeline/run/build.ts'
import {openBrowser} from '../support/browser.ts'
import {editionOfTwo} from '../support/edition.ts'
import {newFolder} from '../support/files.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const out = join(newFolder(), 'dist')
let browser: Browser

beforeAll(async () => {
  await buildEdition({sources: editionOfTwo(), out})
  browser = await openBrowser()
}, 60_000)
afterAll(() => browser.close())

/** Opens the search page from the disk. */
async function open(
  query = '',
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
  tab.on('console', (message) => complaints.push(message.text()))
  tab.on('pageerror', (error) => complaints.push(error.message))
  await tab.goto(pathToFileURL(join(out, 'search/index.html')).href + query)
  return {tab, complaints, close: () => context.close()}
}

test('typing finds, and the address keeps the query', async () => {
  const {tab, complaints, close} = await open()
  await tab.keyboard.type('ترامب')
  await expect.poll(() => tab.locator('#search-results mark').count()).toBeGreaterThan(3)
  expect(new URL(tab.url()).searchParams.get('q')).toBe('ترامب')
  expect(complaints).toEqual([])
  await close()
})

test('a query in the address is answered, and arrows and Enter lead to its turn', async () => {
  const {tab, close} = await open(`?q=${encodeURIComponent('تهنئة')}&kind=dialogue`)
  await expect.poll(() => tab.locator('#search-results a').count()).toBeGreaterThan(0)
  await tab.locator('#q').focus()
  await tab.keyboard.press('ArrowDown')
  await tab.keyboard.press('Enter')
  await tab.waitForURL(/articles\/witkoff-ushakov-call\/index\.html#turn-\d{3}$/u)
  await close()
})

test('who is named is offered with what they say', async () => {
  const {tab, close} = await open(`?q=${encodeURIComponent('أوشاكوف')}`)
  await tab.locator('#search-people button').click()
  await expect.poll(() => tab.locator('#search-status').textContent()).toContain('22')
  expect(new URL(tab.url()).searchParams.get('person')).toBe('yuri-ushakov')
  await close()
})

test('without scripts it is an index of names and words', async () => {
  const {tab, close} = await open('', {scripts: false})
  expect(await tab.locator('#search-form').isVisible()).toBe(false)
  expect(await tab.locator('#search-index .names a').count()).toBeGreaterThan(10)
  await tab.locator('.terms a').first().click()
  await tab.waitForURL(/articles\/.+#(?:turn|p|h|article)/u)
  await close()
})

test.each([
  [320, false],
  [375, true],
  [1280, false],
  [1280, true]
])(
  'at %i pixels, dark %s, with results: accessible, nothing cut off',
  async (width, dark) => {
    const {tab, close} = await open(`?q=${encodeURIComponent('أوشاكوف')}`, {
      width,
      dark,
      bypassCSP: true
    })
    await expect.poll(() => tab.locator('#search-results a').count()).toBeGreaterThan(0)
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
  }
)
