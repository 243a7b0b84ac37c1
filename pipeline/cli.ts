#!/usr/bin/env node
import {dirname, join, relative, resolve, sep} from 'node:path'
import {harmless, harmlessLines, summarise} from './diagnostics/format.ts'
import {
  existing,
  folder,
  lineLimitOf,
  outFolder,
  timeLimitOf,
  UsageError
} from './run/arguments.ts'
import {runBuild} from './run/build-command.ts'
import {endWith} from './run/ending.ts'
import {compileSparingly} from './run/engine.ts'
import {extractionOf, languagesOf} from './run/extraction-flags.ts'
import {readArguments, type Values} from './run/options.ts'
import {say} from './run/say.ts'
import {suggest} from './run/suggest.ts'
import type {Verdict} from './run/verify.ts'
import type {Message} from './tree/types.ts'

// Each command loads what it needs: a build that finds nothing to do is over before anything else would be read.

async function serve(paths: string[], values: Values): Promise<number> {
  const {serveUntilStopped} = await import('./run/serve-command.ts')
  return serveUntilStopped(paths, values, (line) => console.log(line))
}

const commands = {
  build,
  merge,
  check,
  extract,
  stage,
  explain,
  deposit,
  verify,
  serve
} as const
const isCommand = (name: string): name is keyof typeof commands =>
  Object.hasOwn(commands, name)

async function main(args: string[]): Promise<number> {
  const {values, positionals} = readArguments(args)
  const [name, ...rest] = positionals
  if (values.version) {
    const {generator} = await import('./source/edition.ts')
    console.log(generator)
    return 0
  }
  if (values.help || name === undefined || name === 'help') {
    const {help, helpFor} = await import('./run/help.ts')
    const topic = name === 'help' ? rest[0] : name
    console.log(topic !== undefined && isCommand(topic) ? helpFor(topic) : help)
    return name === undefined && !values.help ? 2 : 0
  }
  if (!isCommand(name)) {
    const meant = suggest(name, Object.keys(commands))
    throw new UsageError(
      `unknown command \`${name}\`.${meant ? ` Did you mean \`${meant}\`?` : ' See `warraq --help`.'}`
    )
  }
  compileSparingly()
  return commands[name](rest, values)
}

const exitFor = (messages: readonly Message[]): number =>
  messages.some((message) => message.severity === 'error') ? 1 : 0

async function build(paths: string[], values: Values): Promise<number> {
  return runBuild(paths, values, (line) => console.log(line))
}

async function merge(paths: string[], values: Values): Promise<number> {
  const {runMerge} = await import('./run/merge-command.ts')
  return runMerge(paths, values, (line) => console.log(line))
}

async function check(paths: string[], values: Values): Promise<number> {
  const wanted = (paths.length > 0 ? paths : ['sources']).map((path) =>
    resolve(existing(path))
  )
  const [{rootOf}, {sourceEndings}] = await Promise.all([
    import('./source/root.ts'),
    import('./read/containers.ts')
  ])
  const root = rootOf(wanted[0] ?? '', sourceEndings)
  const isWanted = (path: string): boolean =>
    wanted.some(
      (each) =>
        each === root ||
        resolve(root, path) === each ||
        resolve(root, path).startsWith(each + sep)
    )
  if (values['explain-segmentation']) {
    const {explainSources} = await import('./run/explain-segmentation.ts')
    for await (const {path, explanation} of explainSources(root, isWanted))
      console.log(harmlessLines(`${join(relative('.', root), path)}\n${explanation}\n`))
    return 0
  }
  const {adviseOn, checkSources} = await import('./run/build.ts')
  const messages: Message[] = []
  let count = 0
  for await (const result of checkSources(root, {
    only: isWanted,
    languages: languagesOf(values),
    extraction: extractionOf(values)
  })) {
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

async function extract(paths: string[], values: Values): Promise<number> {
  const {runExtract} = await import('./run/extract-command.ts')
  return runExtract(paths, values)
}

async function stage(rest: string[], values: Values): Promise<number> {
  if (rest.length > 0)
    throw new UsageError('`stage` reads standard input and takes no paths.')
  const lineLimit = lineLimitOf(values['line-limit'])
  const timeLimit = timeLimitOf(values['time-limit'])
  const [{loadAuthorities}, {noAuthorities}, {runStage}, {openStageCrew}] =
    await Promise.all([
      import('./source/load.ts'),
      import('./source/authorities.ts'),
      import('./run/stage.ts'),
      import('./run/stage-crew.ts')
    ])
  const file = values.authorities && existing(values.authorities)
  const {authorities, messages} = file
    ? loadAuthorities(file)
    : {authorities: noAuthorities, messages: []}
  say(messages, values, dirname(file ?? '.'))
  if (exitFor(messages) > 0) return 1
  const crew = await openStageCrew(authorities, timeLimit)
  const streams = {
    input: process.stdin,
    write: (line: string) => process.stdout.write(line),
    drained: () => new Promise<void>((done) => process.stdout.once('drain', () => done()))
  }
  try {
    await runStage(streams, crew.stage, lineLimit)
  } finally {
    await crew.end()
  }
  return 0
}

async function explain([id]: string[], values: Values): Promise<number> {
  const {explainRule, listRules} = await import('./run/explain.ts')
  const explanation = id === undefined ? listRules() : explainRule(id)
  if (!explanation) {
    const {rules} = await import('./diagnostics/index.ts')
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
    out: outFolder(values.out ?? 'build/deposit')
  }
  const {ChangedEditionError, makeDeposit} = await import('./run/deposit.ts')
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
    await sayVerdict(edition, error.verdict, values)
    return 1
  }
}

async function verify([path, ...more]: string[], values: Values): Promise<number> {
  if (path === undefined || more.length > 0)
    throw new UsageError('`verify` takes one folder or ZIP archive.')
  const {isWhole, verifyFiles} = await import('./run/verify.ts')
  const {BrokenZipError} = await import('./source/zip-reader.ts')
  try {
    const verdict = verifyFiles(existing(path))
    await sayVerdict(path, verdict, values)
    return isWhole(verdict) ? 0 : 1
  } catch (error) {
    if (!(error instanceof BrokenZipError)) throw error
    process.stderr.write(`${harmless(`broken   ${path}: ${error.message}`)}\n`)
    return 1
  }
}

async function sayVerdict(path: string, verdict: Verdict, values: Values): Promise<void> {
  const {faultLines, isWhole, summary} = await import('./run/verify.ts')
  if (values.json) {
    console.log(JSON.stringify({path, whole: isWhole(verdict), ...verdict}))
    return
  }
  for (const line of faultLines(verdict)) process.stderr.write(`${harmless(line)}\n`)
  if (!values.quiet) console.log(`${path}: ${summary(verdict)}`)
}

endWith(main(process.argv.slice(2)))
