import chromium from '@sparticuz/chromium'
import {type Browser, chromium as driver} from 'playwright-core'

/**
 * Its own list of arguments turns off the rules for files and origins, under which everything would
 * seem to work: ours does not.
 */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--headless=new',
  '--font-render-hinting=none',
  '--disable-dev-shm-usage'
]

/**
 * A real browser: the one `CHROME_PATH` names, else the one that npm brings for Linux on x64, else
 * Chrome or Edge as installed. @param more arguments of its command line
 */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const all = [...args, ...more]
  const path = process.env.CHROME_PATH
  if (path) return driver.launch({executablePath: path, args: all})
  if (isBrought())
    return driver.launch({executablePath: await chromium.executablePath(), args: all})
  for (const channel of ['chrome', 'msedge']) {
    const browser = await driver.launch({channel, args: all}).catch(() => null)
    if (browser) return browser
  }
  throw new Error(
    `No browser: npm brings one for Linux on x64, this is ${process.platform} on ${process.arch}. Install Chrome or Edge, or set CHROME_PATH to the program of a Chromium.`
  )
}

/** Whether npm brings the browser that the committed pictures were taken with. */
export const isBrought = (): boolean =>
  !process.env.CHROME_PATH && process.platform === 'linux' && process.arch === 'x64'
