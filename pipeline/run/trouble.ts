import {existsSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import {getSystemErrorMap} from 'node:util'
import type {Rule} from '../diagnostics/rule.ts'
import {internalError} from '../diagnostics/run-rules.ts'
import {
  diskFault,
  diskFull,
  noPermission,
  type Refusal,
  readOnlyDisk,
  tooManyFiles
} from '../diagnostics/system-rules.ts'
import type {Message} from '../tree/types.ts'
import {hasPatch} from './patch.ts'
import {placesOf} from './swap.ts'

/** What ended a command: said like any other message, and the status to end with. */
export interface Trouble {
  readonly message: Message
  /** 74 where the system refused, 70 for a fault of ours. @see sysexits(3) */
  readonly status: 70 | 74
}

/** An error of the system. */
interface SystemError extends Error {
  readonly code: string
  readonly errno: number
  readonly syscall: string
  readonly path?: string
}

const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error &&
  'code' in error &&
  'syscall' in error &&
  'errno' in error &&
  typeof error.errno === 'number'

const rulesByCode: Readonly<Record<string, Rule<Refusal>>> = {
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  EFBIG: diskFull,
  EACCES: noPermission,
  EPERM: noPermission,
  EROFS: readOnlyDisk,
  EMFILE: tooManyFiles,
  ENFILE: tooManyFiles
}

/** Words an error that ended a command. @param out the edition that was to be built, where one was */
export function troubleOf(error: unknown, out?: string): Trouble {
  const state = out === undefined ? '' : `${stateOf(out)} `
  if (!isSystemError(error)) {
    const what = error instanceof Error ? error.message : String(error)
    const {fix, ...message} = say(internalError, {what}, state)
    return {status: 70, message: {...message, fix: `${fix} ${howToReport}`}}
  }
  const {code, errno, syscall: call} = error
  const [, reason = 'refused'] = getSystemErrorMap().get(errno) ?? []
  const message = say(rulesByCode[code] ?? diskFault, {call, code, reason}, state)
  const path = error.path && shortened(error.path)
  return {status: 74, message: path ? {...message, file: path} : message}
}

/** A fault that no source brings about shows itself to whoever runs the command again. */
const howToReport =
  'With the environment variable WARRAQ_TRACE=1 the same command also says where it came about: add that to the report.'

const say = <Arguments extends object>(
  rule: Rule<Arguments>,
  args: Arguments,
  state: string
): Message => ({
  rule: rule.id,
  severity: rule.severity,
  message: rule.message(args),
  fix: state + (typeof rule.fix === 'string' ? rule.fix : rule.fix(args))
})

/** What became of the edition. */
function stateOf(out: string): string {
  const {target, cache, progress} = placesOf(out)
  const name = `\`${shortened(target)}\``
  if (hasPatch(cache))
    return `The next build brings what was begun in ${name} to its end.`
  const kept = existsSync(progress)
    ? ' What was made so far is kept for the next build.'
    : ''
  return existsSync(join(target, 'sha256sums.txt'))
    ? `The last good edition stands in ${name}, whole.${kept}`
    : `No edition was published in ${name}.${kept}`
}

/** As it is named from here, where that is shorter. */
function shortened(path: string): string {
  const near = relative('.', path)
  return near !== '' && near.length < resolve(path).length ? near : path
}
