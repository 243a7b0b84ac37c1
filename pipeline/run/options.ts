import {parseArgs} from 'node:util'
import {UsageError} from './arguments.ts'
import {suggest} from './suggest.ts'

const options = {
  out: {type: 'string'},
  authorities: {type: 'string'},
  'line-limit': {type: 'string'},
  'time-limit': {type: 'string'},
  format: {type: 'string'},
  lang: {type: 'string'},
  url: {type: 'string'},
  'files-from': {type: 'string'},
  deduplicate: {type: 'boolean'},
  'no-metadata': {type: 'boolean'},
  precision: {type: 'boolean'},
  recall: {type: 'boolean'},
  comments: {type: 'boolean'},
  'no-tables': {type: 'boolean'},
  'no-links': {type: 'boolean'},
  'no-images': {type: 'boolean'},
  json: {type: 'boolean'},
  quiet: {type: 'boolean'},
  fresh: {type: 'boolean'},
  thorough: {type: 'boolean'},
  jobs: {type: 'string'},
  shard: {type: 'string'},
  only: {type: 'string'},
  pack: {type: 'boolean'},
  explain: {type: 'boolean'},
  'explain-segmentation': {type: 'boolean'},
  port: {type: 'string'},
  watch: {type: 'boolean'},
  'no-color': {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
  version: {type: 'boolean'}
} as const

/** The options as they were typed. */
export type Values = ReturnType<typeof readArguments>['values']

/** Parts options from the rest. @throws UsageError with what was meant, where an option is unknown */
export function readArguments(args: string[]) {
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
