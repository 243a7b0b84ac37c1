import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {HtmlValidate} from 'html-validate'
import type {Browser} from 'playwright-core'
import {describe, expect, test} from 'vitest'
import type {Article} from '../../pipeline/tree/types.ts'
import {textBlocks, turns} from '../../pipeline/tree/walk.ts'
import {fixture, onDisk, openTab} from '../support/site.ts'

/** What is looked at: a browser, and the folder of each edition. */
export interface Site {
  browser(): Browser
  folderOf(tag: string): string
}

const call = 'articles/fund-call/index.html'

/** What readers rely on: the text is the source's, links lead there, paper and no scripts are enough. */
export function checkReading({browser, folderOf}: Site): void {
  const open = (path: string, look = {}) =>
    openTab(browser(), onDisk(folderOf('ar'), path), look)

  describe.each(
    readdirSync(fixture, {recursive: true, encoding: 'utf8'}).flatMap(sourceOf)
  )('the page of %s', (slug, file) => {
    test('reads as its source, letter by letter', async () => {
      const source = readFileSync(join(fixture, file), 'utf8')
      const tree: Article = JSON.parse(
        readFileSync(join(folderOf('ar'), `articles/${slug}/article.json`), 'utf8')
      )
      const {page, close} = await open(`articles/${slug}/index.html`)
      const shown = await page.evaluate<Record<string, string>>(
        'Object.fromEntries([...document.querySelectorAll("article [id]")].map((each) => [each.id, each.textContent]))'
      )
      for (const block of textBlocks(tree)) {
        if (!('id' in block)) continue
        const {start, end} = block.position
        expect(shown[block.id]).toBe(source.slice(start.offset, end.offset))
      }
      expect(await page.locator('.turn').count()).toBe(turns(tree).length)
      await close()
    })

    test('has a proof that shows every character of its source', async () => {
      const source = readFileSync(join(fixture, file), 'utf8')
      const {page, close} = await open(`articles/${slug}/proof/index.html`)
      const lines = await page.locator('.src').allTextContents()
      expect(lines.join('').replace(/\s/gu, '')).toBe(source.replace(/\s/gu, ''))
      await close()
    })
  })

  test('a permalink shows its turn and marks it, with scripts off', async () => {
    const {page, close} = await open(`${call}#turn-012`, {scripts: false})
    const box = await page.locator('#turn-012').boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect(box?.y).toBeLessThan(900)
    const colour = await page.evaluate(
      'getComputedStyle(document.getElementById("turn-012")).backgroundColor'
    )
    expect(colour).not.toBe('rgba(0, 0, 0, 0)')
    await close()
  })

  test('with scripts off everything is there but the buttons that copy', async () => {
    const {page, close} = await open(call, {scripts: false})
    expect(await page.locator('.turn:visible').count()).toBe(12)
    expect(await page.locator('button:visible').count()).toBe(0)
    await close()
  })

  test('the way from a turn to its line in the proof and back', async () => {
    const {page, close} = await open(call)
    await page.locator('#turn-005 .src-link').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/proof\/index\.html#L16$/u)
    expect(await page.locator('#L16 .src').textContent()).toContain('علامة الهلالات')
    await page.locator('#L16 .became a').first().click()
    await page.waitForURL(/fund-call\/index\.html#turn-005$/u)
    await close()
  })

  test('the button copies the citation and says so', async () => {
    const {page, close} = await open(call)
    const button = page.locator('[data-copy="cite-text"]')
    const label = await button.textContent()
    await button.click()
    await expect.poll(() => page.locator('#live').textContent()).not.toBe('')
    expect(await button.textContent()).not.toBe(label)
    await close()
  })

  test('one kind of message can be shown alone, with scripts off', async () => {
    const {page, close} = await open('report/index.html', {scripts: false})
    const all = await page.locator('.messages li:visible').count()
    expect(all).toBeGreaterThan(0)
    await page.locator('#show-info').check()
    expect(await page.locator('.messages li:visible').count()).toBe(
      await page.locator('.messages li.info').count()
    )
    await close()
  })

  test('the citations are of the turn that is pointed to, and copied with a word', async () => {
    const {page, close} = await open(`${call}#turn-005`)
    const form = (name: string) => page.locator(`#cite-${name}`).textContent()
    const files = ['bib', 'ris', 'csl.json'].map((end) =>
      readFileSync(join(folderOf('ar'), `articles/fund-call/cite.${end}`), 'utf8')
    )
    const address = 'articles/fund-call/#turn-005'
    for (const name of ['APA', 'Chicago', 'BibTeX', 'RIS', 'CSL-JSON'])
      expect([name, await form(name)]).toEqual([name, expect.stringContaining(address)])
    const [item] = JSON.parse(String(await form('CSL-JSON')))
    expect(item.id).toBe('fund-call-turn-005')
    expect(item.section).toBe('الدور 5')
    expect(await form('RIS')).toContain('SE  - الدور 5\n')
    await page.locator('#turn-005 .to-cite').click()
    expect(await form('BibTeX')).toContain('titleaddon = {الدور 5}')
    await page.locator('[data-copy="cite-BibTeX"]').click()
    await expect.poll(() => page.locator('#live').textContent()).toBe('نُسخ')
    await page.evaluate('location.hash = "#source"')
    await expect
      .poll(async () => [await form('BibTeX'), await form('RIS'), await form('CSL-JSON')])
      .toEqual(files.map((file) => file.replaceAll('\r\n', '\n')))
    await close()
  })

  test('the pages of an edition follow the language of each article, or the one it declares', async () => {
    for (const [tag, lang] of [
      ['ar', 'he'],
      ['en', 'en']
    ] as const) {
      const tab = await openTab(
        browser(),
        onDisk(folderOf(tag), 'articles/shomeret-hasfarim/index.html')
      )
      expect(await tab.page.locator('html').getAttribute('lang')).toBe(lang)
      expect(
        await tab.page
          .locator('#turn-001')
          .evaluate((each) => getComputedStyle(each).direction)
      ).toBe('rtl')
      await tab.close()
    }
  })

  test('every page is valid HTML', async () => {
    const validator = new HtmlValidate({root: true, extends: ['html-validate:standard']})
    const folder = folderOf('ar')
    for (const file of readdirSync(folder, {recursive: true, encoding: 'utf8'})) {
      if (!file.endsWith('.html')) continue
      const {results} = await validator.validateFile(join(folder, file))
      const found = results.flatMap(({messages}) =>
        messages.map(({ruleId, line, message}) => `${file}:${line} ${ruleId} ${message}`)
      )
      expect(found).toEqual([])
    }
  })

  test('an article weighs little: its script, its style, all of it with its faces', async () => {
    const {requests, close} = await open(call)
    const sizes = requests
      .filter((url) => url.startsWith('file:'))
      .map((url) => [url, statSync(new URL(url)).size] as const)
    const sum = (end: RegExp): number =>
      sizes.reduce((total, [url, size]) => total + (end.test(url) ? size : 0), 0)
    expect(sum(/\.js$/u)).toBeLessThanOrEqual(5 * 1024)
    expect(sum(/./u)).toBeLessThanOrEqual(300 * 1024)
    expect(sum(/\.woff2$/u)).toBeGreaterThan(0)
    await close()
  })
}

/** The articles among the files of the fixture: slug and path. */
const sourceOf = (file: string): [string, string][] =>
  file.endsWith('.txt') ? [[file.replace(/^.*\/|\.txt$/gu, ''), file]] : []
