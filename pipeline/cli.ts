#!/usr/bin/env node
import {existsSync, readdirSync, statSync} from 'node:fs'
import {basename, dirname, join, relative, resolve, sep} from 'node:path'
import {parseArgs} from 'node:util'
import {formatMessage, summarise} from './diagnostics/format.ts'
import {rules} from './diagnostics/index.ts'
import {buildEdition, checkSources} from './run/build.ts'
import {explainSources} from './run/explain.ts'
import {help} from './run/help.ts'
import {runStage} from './run/stage.ts'
import {suggest} from './run/suggest.ts'
import {RefusedError} from './run/swap.ts'
import {noAuthorities} from './source/authorities.ts'
import {loadSources} from './source/load.ts'
import type {Message} from './tree/types.ts'

const options = {
  out: {type: 'string'},
  authorities: {type: 'string'},
  json: {type: 'boolean'},
  quiet: {type: 'boolean'},
  'explain-segmentation': {type: 'boolean'},
  'no-color': {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
  version: {type: 'boolean'}
} as const

/** Something was typed that is no command of ours: exit status 2. */
class UsageError extends Error {}

type Values = ReturnType<typeof read>['values']

function read(args: string[]) {
  for (const arg of args) {
    const name = /^--([^=]+)/u.exec(arg)?.[1]
    if (name && !(name in options)) {
      const meant = suggest(name, Object.keys(options))
      throw new UsageError(
        `unknown option \`--${name}\`.${meant ? ` Did you mean \`--${meant}\`?` : ' See `warraq --help`.'}`
      )
    }
  }
  try {
    return parseArgs({args, options, allowPositionals: true})
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

const commands = {build, check, stage, explain} as const
const isCommand = (name: string): name is keyof typeof commands =>
  Object.hasOwn(commands, name)

async function main(args: string[]): Promise<number> {
  const {values, positionals} = read(args)
  const [name, ...rest] = positionals
  if (values.version) {
    console.log('0.1.0')
    return 0
  }
  if (values.help || name === undefined || name === 'help') {
    console.log(help)
    return name === undefined && !values.help ? 2 : 0
  }
  if (!isCommand(name)) {
    const meant = suggest(name, Object.keys(commands))
    throw new UsageError(
      `unknown command \`${name}\`.${meant ? ` Did you mean \`${meant}\`?` : ' See `warraq --help`.'}`
    )
  }
  return commands[name](rest, values)
}

const isTerminal = ({'no-color': noColor}: Values, stream: NodeJS.WriteStream): boolean =>
  !noColor &&
  !process.env.NO_COLOR &&
  (Boolean(process.env.FORCE_COLOR) || (stream.isTTY && process.env.TERM !== 'dumb'))

/** @param root the folder of sources, which the files of messages lie below */
function say(messages: readonly Message[], values: Values, root: string): void {
  const terminal = isTerminal(values, process.stderr)
  for (const message of messages) {
    if (values.quiet && message.severity !== 'error') continue
    const file = message.file && join(relative('.', root), message.file)
    const placed = file ? {...message, file} : message
    process.stderr.write(`${formatMessage(placed, {terminal})}\n\n`)
  }
}

const exitFor = (messages: readonly Message[]): number =>
  messages.some((message) => message.severity === 'error') ? 1 : 0

async function build(
  [sources = 'sources', ...more]: string[],
  values: Values
): Promise<number> {
  if (more.length > 0)
    throw new UsageError(
      `\`build\` takes one folder of sources, not \`${more.join(' ')}\` too.`
    )
  const root = folder(sources)
  const started = performance.now()
  const epoch = process.env.SOURCE_DATE_EPOCH
  const bar = progress(values)
  const report = await buildEdition({
    sources: root,
    out: values.out ?? 'dist',
    ...(epoch && /^\d+$/u.test(epoch) ? {sourceDateEpoch: Number(epoch)} : {}),
    ...(bar ? {onProgress: bar} : {})
  })
  if (bar) process.stderr.write('\r\u001B[K')
  const seconds = ((performance.now() - started) / 1000).toFixed(2)
  if (values.json) console.log(JSON.stringify({...report, out: values.out ?? 'dist'}))
  else {
    say(report.messages, values, root)
    if (!values.quiet) {
      console.log(
        `${report.articles} article${report.articles === 1 ? '' : 's'}, ${report.files} files, ${Math.round(report.sizeBytes / 1024)} KB in ${values.out ?? 'dist'}/ (${seconds} s)`
      )
      console.log(
        `${summarise(report.messages)}; open ${join(values.out ?? 'dist', 'index.html')}`
      )
    }
  }
  return exitFor(report.messages)
}

async function check(paths: string[], values: Values): Promise<number> {
  const wanted = (paths.length > 0 ? paths : ['sources']).map((path) =>
    resolve(existing(path))
  )
  const root = rootOf(wanted[0] ?? '')
  const isWanted = (path: string): boolean =>
    wanted.some(
      (each) =>
        each === root ||
        resolve(root, path) === each ||
        resolve(root, path).startsWith(each + sep)
    )
  if (values['explain-segmentation']) {
    for (const {path, explanation} of explainSources(root, isWanted))
      console.log(`${join(relative('.', root), path)}\n${explanation}\n`)
    return 0
  }
  const messages: Message[] = []
  let count = 0
  for (const result of checkSources(root, isWanted)) {
    count++
    messages.push(...result.messages)
  }
  if (values.json) console.log(JSON.stringify({sources: count, messages}))
  else {
    say(messages, values, root)
    if (!values.quiet)
      console.log(
        `${count} source${count === 1 ? '' : 's'} checked: ${summarise(messages)}`
      )
  }
  return exitFor(messages)
}

/** The folder of sources a path lies in: the nearest with an edition.yaml or a collection in it. */
function rootOf(path: string): string {
  let at = statSync(path).isDirectory() ? path : dirname(path)
  for (let up = at; dirname(up) !== up; up = dirname(up)) {
    if (existsSync(join(up, 'edition.yaml')) || existsSync(join(up, 'authorities.yaml')))
      return up
  }
  if (existsSync(join(at, 'collection.yaml')) || at !== path) at = dirname(at)
  return at
}

async function stage(rest: string[], values: Values): Promise<number> {
  if (rest.length > 0)
    throw new UsageError('`stage` reads standard input and takes no paths.')
  const authorities = values.authorities
    ? loadSources(dirname(existing(values.authorities)), ['txt']).authorities
    : noAuthorities
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1)
  })
  await runStage(
    {
      input: process.stdin,
      write: (line) => process.stdout.write(line),
      drained: () => new Promise((done) => process.stdout.once('drain', () => done()))
    },
    authorities
  )
  return 0
}

async function explain([id]: string[], values: Values): Promise<number> {
  if (id === undefined) {
    const list = [...rules.values()]
    if (values.json)
      console.log(
        JSON.stringify(list.map(({id, severity, title}) => ({id, severity, title})))
      )
    else
      for (const rule of list)
        console.log(`${rule.id.padEnd(34)} ${rule.severity.padEnd(8)} ${rule.title}`)
    return 0
  }
  const rule = rules.get(id)
  if (!rule) {
    const meant = suggest(id, rules.keys())
    throw new UsageError(
      `unknown rule \`${id}\`.${meant ? ` Did you mean \`${meant}\`?` : ' `warraq explain` lists all.'}`
    )
  }
  const fix =
    typeof rule.fix === 'string'
      ? rule.fix
      : 'Each message says how, with the values at hand.'
  if (values.json)
    console.log(
      JSON.stringify({
        id,
        severity: rule.severity,
        title: rule.title,
        why: rule.why,
        fix,
        since: rule.since
      })
    )
  else
    console.log(
      `${rule.id}  ${rule.severity}, since ${rule.since}\n${rule.title}\n\nWhy it matters  ${rule.why}\nHow to mend it  ${fix}`
    )
  return 0
}

/** A path that is there, or an error that names the nearest one that is. */
function existing(path: string): string {
  if (existsSync(path)) return path
  const parent = dirname(resolve(path))
  const meant = existsSync(parent)
    ? suggest(basename(path), readdirSync(parent))
    : undefined
  throw new UsageError(
    `there is no \`${path}\`.${meant ? ` Did you mean \`${relative('.', join(parent, meant))}\`?` : ''}`
  )
}

function folder(path: string): string {
  const found = existing(path)
  if (!statSync(found).isDirectory())
    throw new UsageError(`\`${path}\` is no folder of sources.`)
  return found
}

/** One line that rewrites itself, on a terminal, for builds that take a while. */
function progress(values: Values): ((done: number, total: number) => void) | null {
  if (values.quiet || values.json || process.env.CI || !process.stderr.isTTY) return null
  const started = performance.now()
  return (done, total) => {
    if (performance.now() - started > 300)
      process.stderr.write(`\r\u001B[K${done} of ${total} articles`)
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError || error instanceof RefusedError) {
    process.stderr.write(`error: ${error.message}\n`)
    process.exitCode = 2
  } else {
    process.stderr.write(
      `error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
    )
    process.exitCode = 2
  }
}
