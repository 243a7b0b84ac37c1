/**
 * Shows that it does not matter how articles are processed: 1,000 that differ and seven that programs stumble over, as
 * sources of an edition and as records of a stage, by one process, by threads, by shards in any order, by GNU parallel,
 * by Spark, and by a build that is killed and taken up, give editions and results with one digest each.
 * What is not installed is named and left out. `edition` or `results` behind the command goes the ways of one kind.
 */
import {spawn, spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {digestOf, editionOf, poison, shardOf, variants} from '../tests/distribution/records.ts'

const count = Number(process.env.PROOF_RECORDS ?? 1_000)
const records = [...variants(count), ...poison]
const place = resolve('build/proof')
const command = resolve('build/warraq.mjs')
const spark = resolve('build/conformance/spark/bin/python')
const hasParallel = spawnSync('parallel', ['--version']).status === 0

interface Run {
  readonly input?: string
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  /** Status with which the program may end; an edition with refused sources ends with 1. */
  readonly statuses?: readonly number[]
}

function run(program: string, args: readonly string[], {statuses = [0], ...options}: Run = {}): string {
  const {stdout, stderr, status, error} = spawnSync(program, args, {encoding: 'utf8', maxBuffer: 2 ** 30, ...options, env: {...process.env, ...options.env}})
  if (error || !statuses.includes(status ?? -1)) throw new Error(`${program} ends with ${status ?? error?.message}: ${stderr.slice(-3_000)}`)
  return stdout
}
const linesOf = (text: string): string[] => text.split('\n').slice(0, -1)
const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')
const stage = (lines: readonly string[], options = {}): string[] =>
  linesOf(run(process.execPath, [command, 'stage'], {input: joined(lines), ...options}))

/** What came of a way: how much, and its digest; or why it was not gone. */
type Outcome = {readonly size: string; readonly digest: string; keep?(file: string): void} | string

const resultsOf = (lines: readonly string[]): Outcome => ({
  size: `${lines.length} results`,
  digest: digestOf(lines),
  keep: (file) => writeFileSync(`${file}.ndjson`, [...new Set(lines)].sort().join('\n'))
})

/** The digest of every file below a folder and of its name. */
function editionIn(folder: string): Outcome {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
  const lines = paths.map((path) => `${createHash('sha256').update(readFileSync(folder + path)).digest('hex')}  ${path}`)
  rmSync(folder, {recursive: true})
  return {size: `${paths.length} files`, digest: digestOf(lines), keep: (file) => writeFileSync(`${file}.txt`, lines.sort().join('\n'))}
}

const sources = `${place}/sources`
const warraq = (args: readonly string[], options: Run = {}): string =>
  run(process.execPath, [command, ...args, '--quiet'], {statuses: [0, 1], ...options})
function edition(args: readonly string[], options: Run = {}): Outcome {
  warraq(['build', sources, '--out', `${place}/dist`, '--fresh', ...args], options)
  return editionIn(`${place}/dist`)
}
function merged(shards: readonly number[]): Outcome {
  warraq(['merge', ...shards.map((n) => `${place}/shards/${n}`), '--out', `${place}/dist`])
  rmSync(`${place}/shards`, {recursive: true})
  return editionIn(`${place}/dist`)
}

/** A build that is killed when it has published something, and then taken up. */
async function killed(): Promise<Outcome> {
  const child = spawn(process.execPath, [command, 'build', sources, '--out', `${place}/dist`, '--quiet', '--jobs', '2'], {stdio: 'ignore'})
  const ended = new Promise((done) => child.on('exit', done))
  const watch = setInterval(() => existsSync(`${place}/.dist.cache/staging/articles`) && child.kill('SIGKILL'), 20)
  await ended
  clearInterval(watch)
  warraq(['build', sources, '--out', `${place}/dist`])
  return editionIn(`${place}/dist`)
}

type Ways = Readonly<Record<string, () => Outcome | Promise<Outcome>>>

const editions: Ways = {
  'one process': () => edition(['--jobs', '1']),
  'two threads': () => edition(['--jobs', '2'], {cwd: '/', env: {TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8'}}),
  'shards 0 to 6 of 7, shuffled, and a merge': () => {
    for (const n of [3, 6, 0, 5, 1, 4, 2]) warraq(['build', sources, '--shard', `${n}/7`, '--out', `${place}/shards/${n}`, '--jobs', '1'])
    return merged([5, 2, 6, 0, 3, 1, 4])
  },
  'shards by GNU parallel, and a merge': () => {
    if (!hasParallel) return 'parallel is not installed'
    const each = `${process.execPath} ${command} build ${sources} --shard {}/3 --out ${place}/shards/{} --quiet --jobs 1; [ $? -le 1 ]`
    run('parallel', ['--will-cite', '-j2', each, ':::', '0', '1', '2'])
    return merged([1, 2, 0])
  },
  'a build that was killed, taken up': killed
}

const stages: Ways = {
  'one process': () => resultsOf(stage(records)),
  'one process, records reversed, elsewhere': () => resultsOf(stage([...records].reverse(), {cwd: '/', env: {TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8'}})),
  'seven shards, shuffled': () => resultsOf([3, 6, 0, 5, 1, 4, 2].flatMap((shard) => stage(records.filter((line) => shardOf(line, 7) === shard)))),
  'GNU parallel': () =>
    hasParallel
      ? resultsOf(linesOf(run('parallel', ['--will-cite', '--pipe', '--keep-order', '--block', '300k', '-j2', `${process.execPath} ${command} stage`], {input: joined(records)})))
      : 'parallel is not installed',
  'Spark local[2], 5 partitions, each killed once': () =>
    existsSync(spark)
      ? resultsOf(linesOf(run(spark, ['tools/conformance/spark.py', `${place}/records.ndjson`, `${place}/spark`, command])))
      : 'Spark is not installed: see `make proof`'
}

/** Goes all ways and says whether they end in the same place. */
async function compare(kind: string, ways: Ways): Promise<boolean> {
  let first: string | null = null
  let isSame = true
  for (const [name, go] of Object.entries(ways)) {
    const outcome = await go()
    if (typeof outcome === 'string') {
      console.log(`not run  ${kind}, ${name}: ${outcome}`)
      continue
    }
    const {size, digest, keep} = outcome
    first ??= digest
    if (digest !== first || process.env.PROOF_KEEP) keep?.(`${place}/${kind}-${name.replace(/\W+/gu, '-')}`)
    if (digest !== first) isSame = false
    console.log(`${digest === first ? 'ok      ' : 'FAILED  '} ${kind}, ${name}: ${size}, ${digest.slice(0, 16)}`)
  }
  return isSame
}

rmSync(place, {recursive: true, force: true})
for (const [path, text] of Object.entries(editionOf(count))) {
  mkdirSync(join(sources, path, '..'), {recursive: true})
  writeFileSync(join(sources, path), text)
}
writeFileSync(`${place}/records.ndjson`, joined(records))
let isSame = true
for (const [kind, ways] of Object.entries({edition: editions, results: stages}))
  if (process.argv.length < 3 || process.argv.includes(kind)) isSame = (await compare(kind, ways)) && isSame
if (!isSame) console.log(`what differs lies in ${place}; PROOF_KEEP=1 keeps what it is compared with`)
process.exitCode = isSame ? 0 : 1
