/**
 * The bars of speed: each against its floor or a peer, measured in turn within one run, CPU time of whole processes, median
 * of seven after a warm-up. A figure of one run says little on a machine that others use; ratios do. Each run is a
 * line of `bench/history.jsonl`; bars that are not measured yet are named.
 */
import {spawnSync} from 'node:child_process'
import {appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {availableParallelism, loadavg, tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {chainOf, surroundings} from '../tests/fuzz/properties.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 7)
const warraq = resolve('build/warraq.mjs')
const place = mkdtempSync(join(tmpdir(), 'warraq-bench-'))
const middle = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

/** CPU time of a command and what it starts, in milliseconds. */
function cpuOf(command: string): number {
  const {stderr, status} = spawnSync('bash', ['-c', `TIMEFORMAT='cpu %U %S'; time { { ${command}; } > /dev/null 2>&1; }`], {encoding: 'utf8', cwd: place})
  const [, user = '', system = ''] = /cpu ([\d.]+) ([\d.]+)/u.exec(stderr) ?? []
  if (status !== 0 || user === '') throw new Error(`${command} ends with ${status}`)
  return (Number(user) + Number(system)) * 1000
}

/** CPU time of work in this process, in milliseconds. */
function cpuWithin(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1000
}

interface Bar {
  readonly name: string
  readonly target: number
  readonly ours: () => number
  readonly floor: () => number
}

const history: Record<string, number> = {}
function measure({name, target, ours, floor}: Bar): void {
  const [mine, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round++) {
    const pair: [number, number] = [ours(), floor()]
    if (round === 0) continue
    mine.push(pair[0])
    theirs.push(pair[1])
  }
  const ratio = middle(mine) / middle(theirs)
  history[name] = Number(ratio.toFixed(2))
  console.log(`${ratio <= target ? 'within  ' : 'over    '} ${ratio.toFixed(2)} × (at most ${target}): ${name}; ${middle(mine).toFixed(0)} ms against ${middle(theirs).toFixed(0)} ms`)
}

const seed = resolve('sources/sinai-news/witkoff-ushakov-call.txt')
cpSync(resolve('sources'), join(place, 'sources'), {recursive: true})
const build = (sources: string, out: string): string => `'${process.execPath}' '${warraq}' build ${sources} --out ${out} --quiet`
const empty = (): number => cpuOf(`'${process.execPath}' -e 0`)

measure({name: 'build of one article where nothing changed, against an empty node', target: 1.6, ours: () => cpuOf(build('sources', 'kept')), floor: empty})
measure({name: 'build of the seed from nothing, against an empty node', target: 8, ours: () => cpuOf(`rm -rf fresh; ${build('sources', 'fresh')}`), floor: empty})

const bytes = new Uint8Array(readFileSync(seed))
const [around] = surroundings
if (!around) throw new Error('no surroundings')
const floorSteps = (): void => {
  const decoded = new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  const lines = decoded.normalize('NFC').split('\n')
  const tree = {type: 'article', children: lines.map((value, n) => ({type: 'text', value, position: {start: {line: n + 1, column: 1, offset: 0}, end: {line: n + 1, column: value.length + 1, offset: value.length}}}))}
  const json = JSON.stringify(tree)
  if (json.replace(/[&<>]/gu, '#').length < 1) throw new Error('nothing')
}
const times = (count: number, work: () => void): (() => number) => () =>
  cpuWithin(() => {
    for (let n = 0; n < count; n++) work()
  })
measure({name: 'chain of a text, against decoding, splitting, a flat tree and JSON in the same process', target: 2, ours: times(40, () => chainOf(bytes, 'txt', around)), floor: times(40, floorSteps)})
const page = new Uint8Array(readFileSync(resolve('tests/cases/interview-page/input.html')))
const parser = unified().use(rehypeParse)
measure({name: 'chain of a page, against rehype-parse alone', target: 1.5, ours: times(40, () => chainOf(page, 'html', around)), floor: times(40, () => parser.parse(new TextDecoder().decode(page)))})

for (const name of ['threads: two against one, CPU for the same articles', 'shards: four and a merge against one process', 'memory: 100,000 articles against 5,000', 'hugo and eleventy', 'ninja on the same graph'])
  console.log(`not built  ${name}: no measure here yet`)

mkdirSync('bench', {recursive: true})
appendFileSync('bench/history.jsonl', `${JSON.stringify({date: new Date().toISOString().slice(0, 10), node: process.version, cores: availableParallelism(), load: Number((loadavg()[0] ?? 0).toFixed(1)), rounds, ...history})}\n`)
rmSync(place, {recursive: true, force: true})
