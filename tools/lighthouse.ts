/**
 * Judges the article page of `dist/` with Lighthouse, as a phone on a slow line sees it; each of its
 * four categories is to reach .98; that of performance depends on the machine too, and fails nothing. Lighthouse is large and changes often, so it is not among the packages
 * of this repository: it is installed below `build/` when it is asked for. Version 12 is the last that
 * runs on Node 20.
 */
import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {openBrowser} from '../tests/support/browser.ts'

const root = new URL('../', import.meta.url).pathname
const place = join(root, 'build/lighthouse')
const wanted = 0.98
const debuggingPort = 9333

if (!existsSync(join(place, 'node_modules/lighthouse'))) {
  console.log('installing lighthouse 12.8.2 into build/lighthouse (185 MB)')
  const install = ['install', '--prefix', place, '--no-save', '--no-audit', '--no-fund', 'lighthouse@12.8.2']
  if (spawnSync('npm', install, {stdio: 'ignore'}).status !== 0) {
    console.log('not run: lighthouse could not be installed')
    process.exit(0)
  }
}
const types: Record<string, string> = {html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', woff2: 'font/woff2', txt: 'text/plain'}
const server = createServer(async ({url = '/'}, response) => {
  const path = new URL(url, 'http://localhost').pathname.replace(/\/$/u, '/index.html')
  const bytes = await readFile(join(root, 'dist', path)).catch(() => null)
  if (!bytes) return response.writeHead(404).end()
  const end = path.split('.').at(-1) ?? ''
  const head = {'content-type': types[end] ?? 'application/octet-stream', 'cache-control': 'max-age=31536000'}
  return end === 'woff2'
    ? response.writeHead(200, head).end(bytes)
    : response.writeHead(200, {...head, 'content-encoding': 'gzip'}).end(gzipSync(bytes))
})
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
const {port} = server.address() as AddressInfo
const browser = await openBrowser([`--remote-debugging-port=${debuggingPort}`])
const {default: lighthouse} = await import(join(place, 'node_modules/lighthouse/core/index.js'))
const page = `http://127.0.0.1:${port}/articles/witkoff-ushakov-call/index.html`
const {lhr} = await lighthouse(page, {port: debuggingPort, logLevel: 'error'})
let failed = false
for (const [name, {score}] of Object.entries<{score: number}>(lhr.categories)) {
  // The machine has its share in this one: it is measured, and fails nothing.
  const isMeasured = name === 'performance'
  if (score < wanted && !isMeasured) failed = true
  const verdict = score >= wanted ? 'ok      ' : isMeasured ? 'below   ' : 'FAILED  '
  console.log(`${verdict} lighthouse ${name} ${score}`)
}
for (const name of ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'total-byte-weight'])
  console.log(`         ${name} ${lhr.audits[name].displayValue}`)
await browser.close()
server.close()
process.exit(failed ? 1 : 0)
