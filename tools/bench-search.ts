/**
 * Measures the index of the search page of a large edition that is made without its texts:
 * `npx tsx tools/bench-search.ts 100000`. Names what was read for first and later searches, and what
 * memory its making took.
 */
import {processSeed} from '../tests/support/edition.ts'
import {openIndex} from '../tests/site/search-edition.ts'
import {indexOf, wordAt} from '../tests/site/search-parts.ts'

const [count = '10000'] = process.argv.slice(2)
const before = process.memoryUsage().rss
const start = process.cpuUsage()
const {files, read, passes, mostBytes} = await indexOf(Number(count), processSeed().edition)
const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
const cpu = process.cpuUsage(start)
let kept = 0
let largest = 0
for (const [path, {length}] of files) {
  if (!path.endsWith('.js')) continue
  kept += length
  if (path !== 'search/manifest.js') largest = Math.max(largest, length)
}
console.log(`${count} articles, ${Number(count) * 20} texts: ${files.size} files, ${mb(kept)}, the largest ${largest} bytes, manifest ${files.get('search/manifest.js')?.length} bytes`)
console.log(`made in ${((cpu.user + cpu.system) / 1e6).toFixed(1)} s of CPU, the parts read ${passes} times; memory ${mb(before)} before, ${mb(mostBytes)} at most, the files above among it`)
for (const [name, query, facets] of [
  ['a rare word', wordAt(0.95), []],
  ['a usual word', wordAt(0.5), []],
  ['a word that is everywhere', wordAt(0), []],
  ['two words', `${wordAt(0.4)} ${wordAt(0.6)}`, []],
  ['a name', 'متحدث7', []],
  ['a frequent word, in the oldest year', wordAt(0.3), ['Y2015', 'Len']],
  ['three facets', '', ['Y2015', 'Lar', 'Pspeaker-7']]
] as const) {
  const index = openIndex(read)
  const {documents, isCut} = await index.search(`${query} `, facets)
  const first = index.bytesRead()
  const at = process.cpuUsage()
  for (let n = 0; n < 20; n++) await index.search(`${query} `, facets)
  const {user} = process.cpuUsage(at)
  console.log(`${name}: ${isCut ? 'at least ' : ''}${documents.length} found, first ${(first / 1000).toFixed(0)} KB in ${index.filesRead().length} files, later ${(user / 20_000).toFixed(1)} ms`)
}
