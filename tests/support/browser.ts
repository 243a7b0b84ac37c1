import chromium from '@sparticuz/chromium'
import {type Browser, chromium as driver} from 'playwright-core'

/**
 * A real browser that npm brings. Its own list of arguments turns off the rules for files and origins,
 * under which everything would seem to work: ours does not.
 */
export async function openBrowser(): Promise<Browser> {
  return driver.launch({
    executablePath: await chromium.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--headless=new',
      '--font-render-hinting=none',
      '--disable-dev-shm-usage'
    ],
    headless: true
  })
}
