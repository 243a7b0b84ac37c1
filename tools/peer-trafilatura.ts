/** trafilatura on the same pages, where Python has it; what it finds is kept below `build/` as of the others. */
import {spawnSync} from 'node:child_process'
import {type PageRecord, records} from './extraction-data.ts'
import {type Kept, PeerCache} from './peer-cache.ts'

const python = process.env['PYTHON'] ?? 'python3'
const script = new URL('./read_by_trafilatura.py', import.meta.url).pathname

/** Pages that are handed over at once. */
const batchSize = 50

function installed(): string | null {
  const {status, stdout} = spawnSync(python, [script, '--version'], {encoding: 'utf8'})
  return status === 0 ? stdout.trim() : null
}

async function read(path: string): Promise<Map<string, Kept> | null> {
  const version = installed()
  if (version === null) return null
  const cache = new PeerCache('trafilatura', version)
  const missing: PageRecord[] = []
  for await (const record of records(path)) if (!cache.find(record)) missing.push(record)
  for (let n = 0; n < missing.length; n += batchSize) readBatch(missing.slice(n, n + batchSize), cache)
  const found = new Map<string, Kept>()
  for await (const record of records(path)) {
    const kept = cache.find(record)
    if (kept) found.set(record.id, kept)
  }
  return found
}

function readBatch(pages: readonly PageRecord[], cache: PeerCache): void {
  const input = pages.map(({html, url}) => `${JSON.stringify({html, url: url ?? null})}\n`).join('')
  const {stdout, stderr} = spawnSync(python, [script], {input, encoding: 'utf8', maxBuffer: 1 << 28})
  const lines = stdout.split('\n').slice(0, -1)
  if (lines.length < pages.length) throw new Error(`trafilatura ended early: ${stderr}`)
  for (const [n, page] of pages.entries()) {
    const kept: Kept = JSON.parse(lines[n] ?? '{}')
    cache.keep(page, kept)
  }
}

export const trafilatura = {
  name: 'trafilatura',
  read,
  advice: `trafilatura was not measured: \`${python}\` has none (\`python3 -m pip install trafilatura==2.2.0 lxml_html_clean\`; PYTHON names another Python)`
}
