#!/usr/bin/env node
import {dirname, join, relative, resolve, sep} from 'node:path'
import {parseArgs} from 'node:util'
import {harmless, harmlessLines, summarise} from './diagnostics/format.ts'
import {rules} from './diagnostics/index.ts'
import {existing, folder, UsageError} from './run/arguments.ts'
import {adviseOn, buildEdition, checkSources} from './run/build.ts'
import {ChangedEditionError, makeDeposit} from './run/deposit.ts'
import {explainRule, listRules} from './run/explain.ts'
import {explainSources} from './run/explain-segmentation.ts'
import {help} from './run/help.ts'
import {progressLine} from './run/progress.ts'
import {say} from './run/say.ts'
import {serveUntilStopped} from './run/serve-command.ts'
import {runStage} from './run/stage.ts'
import {suggest} from './run/suggest.ts'
import {RefusedError} from './run/swap.ts'
import {
  faultLines,
  isWhole,
  NoManifestError,
  summary,
  type Verdict,
  verifyFiles
} from './run/verify.ts'
import {BrokenZipError} from './run/zip-reader.ts'
import {noAuthorities} from './source/authorities.ts'
import {generator} from './source/edition.ts'
import {loadAuthorities} from './source/load.ts'
import {rootOf} from './source/root.ts'
import type {Message} from './tree/types.ts'

const options = {
  out: {type: 'string'},
  authorities: {type: 'string'},
  json: {type: 'boolean'},
  quiet: {type: 'boolean'},
  'explain-segmentation': {type: 'boolean'},
  port: {type: 'string'},
  watch: {type: 'boolean'},
  'no-color': {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
  version: {type: 'boolean'}
} as const

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

const serve = (paths: string[], values: Values): Promise<number> =>
  serveUntilStopped(paths, values, (line) => console.log(line))

const commands = {build, check, stage, explain, deposit, verify, serve} as const
const isCommand = (name: string): name is keyof typeof commands =>
  Object.hasOwn(commands, name)

async function main(args: string[]): Promise<number> {
  const {values, positionals} = read(args)
  const [name, ...rest] = positionals
  if (values.version) {
    console.log(generator)
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
  const bar = values.quiet || values.json ? null : progressLine(process.stderr)
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
      console.log(harmlessLines(`${join(relative('.', root), path)}\n${explanation}\n`))
    return 0
  }
  const messages: Message[] = []
  let count = 0
  for (const result of checkSources(root, isWanted)) {
    if (!result.path.endsWith('.yaml')) count++
    messages.push(...result.messages)
  }
  if (isWanted('edition.yaml')) messages.push(...adviseOn(root))
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

async function stage(rest: string[], values: Values): Promise<number> {
  if (rest.length > 0)
    throw new UsageError('`stage` reads standard input and takes no paths.')
  const file = values.authorities && existing(values.authorities)
  const {authorities, messages} = file
    ? loadAuthorities(file)
    : {authorities: noAuthorities, messages: []}
  say(messages, values, dirname(file ?? '.'))
  if (exitFor(messages) > 0) return 1
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
  const explanation = id === undefined ? listRules() : explainRule(id)
  if (!explanation) {
    const meant = suggest(id ?? '', rules.keys())
    throw new UsageError(
      `unknown rule \`${id}\`.${meant ? ` Did you mean \`${meant}\`?` : ' `warraq explain` lists all.'}`
    )
  }
  console.log(values.json ? JSON.stringify(explanation.json) : explanation.text)
  return 0
}

async function deposit(
  [sources = 'sources', edition = 'dist', ...more]: string[],
  values: Values
): Promise<number> {
  if (more.length > 0)
    throw new UsageError('`deposit` takes a folder of sources and a built edition.')
  const options = {
    sources: folder(sources),
    edition: existing(edition),
    out: values.out ?? 'build/deposit'
  }
  try {
    const made = await makeDeposit(options)
    if (values.json) console.log(JSON.stringify(made))
    else if (!values.quiet)
      console.log(
        `${made.path}: ${made.files} files, ${Math.round(made.sizeBytes / 1024)} KB`
      )
    return 0
  } catch (error) {
    if (!(error instanceof ChangedEditionError)) throw error
    sayVerdict(edition, error.verdict, values)
    return 1
  }
}

async function verify([path, ...more]: string[], values: Values): Promise<number> {
  if (path === undefined || more.length > 0)
    throw new UsageError('`verify` takes one folder or ZIP archive.')
  try {
    const verdict = verifyFiles(existing(path))
    sayVerdict(path, verdict, values)
    return isWhole(verdict) ? 0 : 1
  } catch (error) {
    if (!(error instanceof BrokenZipError)) throw error
    process.stderr.write(`${harmless(`broken   ${path}: ${error.message}`)}\n`)
    return 1
  }
}

function sayVerdict(path: string, verdict: Verdict, values: Values): void {
  if (values.json) {
    console.log(JSON.stringify({path, whole: isWhole(verdict), ...verdict}))
    return
  }
  for (const line of faultLines(verdict)) process.stderr.write(`${harmless(line)}\n`)
  if (!values.quiet) console.log(`${path}: ${summary(verdict)}`)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (
    error instanceof UsageError ||
    error instanceof RefusedError ||
    error instanceof NoManifestError
  ) {
    process.stderr.write(`error: ${harmlessLines(error.message)}\n`)
    process.exitCode = 2
  } else {
    process.stderr.write(
      `error: ${harmlessLines(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`
    )
    process.exitCode = 2
  }
}
