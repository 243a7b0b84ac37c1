import type {Browser} from 'playwright-core'
import {onDisk, openTab} from './site.ts'

/** A picture of a page of the edition in eight languages, as the tests keep it. */
export interface View {
  readonly name: string
  readonly path: string
  readonly width: number
  readonly dark?: boolean
}

/** What is looked at: both directions, phone and desk, day and night. */
export const views: readonly View[] = [
  {name: 'home', path: 'index.html', width: 1280},
  {name: 'article-ar', path: 'articles/fund-call/index.html', width: 1280},
  {
    name: 'article-ar-phone',
    path: 'articles/fund-call/index.html#turn-005',
    width: 375,
    dark: true
  },
  {name: 'article-en', path: 'articles/paper-debate/index.html', width: 1280},
  {
    name: 'article-en-phone',
    path: 'articles/librarian-interview/index.html#turn-004',
    width: 375
  },
  {name: 'person', path: 'people/nadia-haddad/index.html', width: 1280},
  {name: 'people-phone', path: 'people/index.html', width: 375, dark: true},
  {name: 'search', path: 'search/index.html', width: 1280},
  {name: 'data', path: 'data/index.html', width: 1280},
  {name: 'proof', path: 'articles/restorer-interview/proof/index.html', width: 1280},
  {
    name: 'proof-en-dark',
    path: 'articles/librarian-interview/proof/index.html',
    width: 1280,
    dark: true
  }
]

/** What is in view of a page when it is opened. @returns a PNG */
export async function takePicture(
  browser: Browser,
  out: string,
  {path, width, dark = false}: View
): Promise<Buffer> {
  const {page, close} = await openTab(browser, onDisk(out, path), {width, dark})
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  const bytes = await page.screenshot({animations: 'disabled'})
  await close()
  return bytes
}
