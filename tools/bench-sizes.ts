/**
 * What the size of an edition costs: a build that finds nothing to do against ninja on a graph of the same files, one
 * changed article against that and an edition of one, memory of a large edition against a quarter of it. CPU time of whole
 * processes as Python's standard library reads them, in turn, median of several rounds. `BENCH_ARTICLES=10000` (usually 200) takes minutes; `BENCH_KIND=news` takes articles of the usual
 * length of news instead of variants of the seed, which at 100000 take hours and 70 GB.
 */
import {spawnSync} from 'node:child_process'
import {appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {availableParallelism, loadavg, tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {articlePath, makeSources} from './make-edition.ts'

const articles = Number(process.env.BENCH_ARTICLES ?? 200)
const rounds = Number(process.env.BENCH_ROUNDS ?? 7)
const warraq = resolve('build/warraq.mjs')
const place = mkdtempSync(join(tmpdir(), 'warraq-bench-'))
const middle = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

interface Cost {
  readonly cpuMs: number
  readonly memoryMb: number
}

/** CPU time and the most memory of one process, by what the system says of ended children. */
function costOf(program: string, args: readonly string[], cwd = place): Cost {
  const watch = `import resource,subprocess,sys
status=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL).returncode
used=resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime+used.ru_stime,used.ru_maxrss)
sys.exit(status)`
  const {stdout, status} = spawnSync('python3', ['-c', watch, program, ...args], {encoding: 'utf8', cwd})
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ends with ${status}`)
  const [seconds = Number.NaN, kilobytes = Number.NaN] = stdout.split(' ').map(Number)
  return {cpuMs: seconds * 1000, memoryMb: kilobytes / 1024}
}

const build = (name: string, ...more: string[]): Cost =>
  costOf(process.execPath, [warraq, 'build', `sources-${name}`, '--out', `dist-${name}`, '--quiet', ...more])

/** The files of an edition as ninja would make them: one edge an article. */
function layGraph(count: number): void {
  const sums = readFileSync(join(place, 'dist-all/sha256sums.txt'), 'utf8').split('\n')
  const made = new Map<string, string[]>()
  for (const [, path = '', slug = ''] of sums.map((line) => /^\S+ {2}(articles\/([^/]+)\/.+)$/u.exec(line) ?? []))
    if (slug) made.set(slug, [...(made.get(slug) ?? []), `made/${path}`])
  const edges = Array.from({length: count}, (_, n) => {
    const slug = articlePath(n).replace(/^.*\/|\.txt$/gu, '')
    return `build ${(made.get(slug) ?? []).join(' ')}: make ../sources-all/${articlePath(n)}`
  })
  mkdirSync(join(place, 'graph'))
  writeFileSync(join(place, 'graph/build.ninja'), `rule make\n  command = touch $out\n${edges.join('\n')}\n`)
  for (const path of [...made.values()].flat()) mkdirSync(dirname(join(place, 'graph', path)), {recursive: true})
  costOf('ninja', ['--quiet'], join(place, 'graph'))
}

const history: Record<string, number> = {}
function report(name: string, ours: number, bar: number, unit: string): void {
  history[name] = Number((ours / bar).toFixed(2))
  console.log(`${ours <= bar ? 'within  ' : 'over    '} ${(ours / bar).toFixed(2)} × of the bar: ${name}; ${ours.toFixed(0)} ${unit}, bar ${bar.toFixed(0)}`)
}

if (spawnSync('python3', ['--version']).status !== 0) {
  console.log('not run  what the size of an edition costs: python3 is not installed')
  process.exit()
}
const kind = process.env.BENCH_KIND === 'news' ? 'news' : 'seed'
makeSources(articles, join(place, 'sources-all'), {kind})
makeSources(Math.ceil(articles / 4), join(place, 'sources-part'), {kind})
makeSources(1, join(place, 'sources-one'), {kind})
const [all, part] = [build('all', '--jobs', '1'), build('part', '--jobs', '1')]
build('one')
report(`memory: ${articles} articles against a quarter of them`, all.memoryMb, part.memoryMb * 1.25, 'MB')
const [allByTwo, partByTwo] = [build('all', '--jobs', '2', '--fresh'), build('part', '--jobs', '2', '--fresh')]
report(`memory with two threads: ${articles} articles against a quarter of them`, allByTwo.memoryMb, partByTwo.memoryMb * 1.25, 'MB')

const hasNinja = spawnSync('ninja', ['--version']).status === 0
if (hasNinja) layGraph(articles)
else console.log('not run  ninja on the same graph: it is not installed')
const times: Record<'empty' | 'noop' | 'ninja' | 'changed' | 'one', number[]> = {empty: [], noop: [], ninja: [], changed: [], one: []}
for (let round = 0; round <= rounds; round++) {
  const turn = {
    empty: costOf(process.execPath, ['-e', '0']).cpuMs,
    noop: build('all').cpuMs,
    ninja: hasNinja ? costOf('ninja', ['--quiet'], join(place, 'graph')).cpuMs : 0,
    changed: (appendFileSync(join(place, 'sources-all', articlePath(round)), `\nكلمة ${round}\n`), build('all').cpuMs),
    one: (appendFileSync(join(place, 'sources-one', articlePath(0)), `\nكلمة ${round}\n`), build('one').cpuMs)
  }
  if (round > 0) for (const name of ['empty', 'noop', 'ninja', 'changed', 'one'] as const) times[name].push(turn[name])
}
const cpu = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, middle(list)]))
const {empty = 0, noop = 0, ninja = 0, changed = 0, one = 0} = cpu
if (hasNinja) report(`nothing to do in ${articles} articles, against 1.25 ninja and 1.5 empty node`, noop, 1.25 * ninja + 1.5 * empty, 'ms')
report(`one of ${articles} articles changed, against 1.15 of nothing to do and an edition of one`, changed, 1.15 * noop + one, 'ms')
report(`one of ${articles} articles changed, against all from nothing`, changed, all.cpuMs, 'ms')

mkdirSync('bench', {recursive: true})
appendFileSync('bench/history.jsonl', `${JSON.stringify({date: new Date().toISOString().slice(0, 10), node: process.version, cores: availableParallelism(), load: Number((loadavg()[0] ?? 0).toFixed(1)), rounds, articles, ...history})}\n`)
rmSync(place, {recursive: true, force: true})
