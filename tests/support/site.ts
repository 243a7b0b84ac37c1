import {cpSync, readFileSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {Browser, Page} from 'playwright-core'
import {buildEdition} from '../../pipeline/run/build.ts'
import {newFolder} from './files.ts'

/** The edition in eight languages. */
export const fixture = fileURLToPath(new URL('../editions/paper-road', import.meta.url))

/** Builds the edition in eight languages. @param more lines for its edition.yaml */
export async function buildFixture(more = ''): Promise<string> {
  const sources = join(newFolder(), 'sources')
  cpSync(fixture, sources, {recursive: true})
  const file = join(sources, 'edition.yaml')
  writeFileSync(file, `${readFileSync(file, 'utf8')}${more}`)
  const out = join(newFolder(), 'dist')
  await buildEdition({sources, out})
  return out
}

export interface Tab {
  readonly page: Page
  /** Errors and warnings on the console. */
  readonly complaints: readonly string[]
  readonly requests: readonly string[]
  close(): Promise<void>
}

interface Look {
  readonly width?: number
  readonly dark?: boolean
  readonly scripts?: boolean
  readonly bypassCSP?: boolean
}

/** Opens an address in a context of its own. */
export async function openTab(
  browser: Browser,
  address: string,
  {width = 1280, dark = false, scripts = true, bypassCSP = false}: Look = {}
): Promise<Tab> {
  const context = await browser.newContext({
    viewport: {width, height: 900},
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: scripts,
    reducedMotion: 'reduce',
    bypassCSP
  })
  const page = await context.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(address)
  return {page, complaints, requests, close: () => context.close()}
}

/** The address of a page on the disk. @param path may end in a fragment */
export function onDisk(out: string, path: string): string {
  const [file = '', fragment] = path.split('#')
  return pathToFileURL(join(out, file)).href + (fragment ? `#${fragment}` : '')
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2'
}

/** Serves an edition below a path, as a host of static files does. */
export async function serveBelow(out: string, path: string) {
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost')
    try {
      const bytes = readFileSync(
        join(out, decodeURIComponent(pathname.slice(path.length)))
      )
      const type = types[pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
      response.writeHead(200, {'content-type': type}).end(bytes)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const {port} = server.address() as AddressInfo
  return {address: `http://127.0.0.1:${port}${path}`, close: () => server.close()}
}
