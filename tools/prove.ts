/**
 * Shows that it does not matter how articles are processed: 1,000 records that differ and 7 that programs stumble
 * over, by one process, by shards in any order, by GNU parallel and by Spark, give results with one digest.
 * What is not installed is named and left out.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {digestOf, poison, shardOf, variants} from '../tests/distribution/records.ts'

const records = [...variants(Number(process.env.PROOF_RECORDS ?? 1_000)), ...poison]
const place = resolve('build/proof')
const command = resolve('build/warraq.mjs')
const spark = resolve('build/conformance/spark/bin/python')

function run(program: string, args: readonly string[], options: {input?: string; env?: NodeJS.ProcessEnv; cwd?: string} = {}): string {
  const {stdout, stderr, status, error} = spawnSync(program, args, {encoding: 'utf8', maxBuffer: 2 ** 30, ...options, env: {...process.env, ...options.env}})
  if (error || status !== 0) throw new Error(`${program} ends with ${status ?? error?.message}: ${stderr.slice(-3_000)}`)
  return stdout
}
const linesOf = (text: string): string[] => text.split('\n').slice(0, -1)
const stage = (lines: readonly string[], options = {}): string[] =>
  linesOf(run(process.execPath, [command, 'stage'], {input: lines.map((line) => `${line}\n`).join(''), ...options}))

const ways: Readonly<Record<string, () => string[] | string>> = {
  'one process': () => stage(records),
  'one process, records reversed, elsewhere': () => stage([...records].reverse(), {cwd: '/', env: {TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8'}}),
  'seven shards, shuffled': () => [3, 6, 0, 5, 1, 4, 2].flatMap((shard) => stage(records.filter((line) => shardOf(line, 7) === shard))),
  'GNU parallel': () =>
    spawnSync('parallel', ['--version']).status === 0
      ? linesOf(run('parallel', ['--will-cite', '--pipe', '--keep-order', '--block', '300k', '-j2', `${process.execPath} ${command} stage`], {input: records.map((line) => `${line}\n`).join('')}))
      : 'parallel is not installed',
  'Spark local[2], 5 partitions, each killed once': () => {
    if (!existsSync(spark)) return 'make conformance installs pyspark'
    return linesOf(run(spark, ['tools/conformance/spark.py', `${place}/records.ndjson`, `${place}/spark`, command]))
  }
}

rmSync(place, {recursive: true, force: true})
mkdirSync(place, {recursive: true})
writeFileSync(`${place}/records.ndjson`, records.map((line) => `${line}\n`).join(''))
let first: string | null = null
let failed = false
for (const [name, results] of Object.entries(ways)) {
  const found = results()
  if (typeof found === 'string') {
    console.log(`not run  ${name}: ${found}`)
    continue
  }
  const digest = digestOf(found)
  first ??= digest
  if (digest !== first) {
    failed = true
    writeFileSync(`${place}/${name.replace(/\W+/gu, '-')}.ndjson`, [...new Set(found)].sort().join('\n'))
  }
  console.log(`${digest === first ? 'ok      ' : 'FAILED  '} ${name}: ${found.length} results, ${digest.slice(0, 16)}`)
}
if (failed) console.log(`what differs lies in ${place}; ${readFileSync(`${place}/records.ndjson`).length} bytes of records went in`)
process.exitCode = failed ? 1 : 0
