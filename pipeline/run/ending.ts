import {formatMessage, harmless, harmlessLines} from '../diagnostics/format.ts'
import type {UsageError} from './arguments.ts'
import {troubleOf} from './trouble.ts'

/** A build that could not be brought to its end. */
class BuildError extends Error {
  override readonly name = 'BuildError'
  readonly out: string
  constructor(out: string, cause: unknown) {
    super('The build was not brought to its end', {cause})
    this.out = out
  }
}

/** Says of an error which edition it kept from being made. */
export const endedBuild =
  (out: string) =>
  (error: unknown): never => {
    throw new BuildError(out, error)
  }

/**
 * Ends the process as a command does: with its status, or with one message on what stopped it. A reader of
 * standard output that has gone away ends it without a word.
 */
export function endWith(command: Promise<number>): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : fail(error))
  })
  // Whoever does not read the messages still wants the edition.
  process.stderr.on('error', () => undefined)
  process.on('uncaughtException', (error) => process.exit(fail(error)))
  command.then(
    (status) => {
      process.exitCode = status
    },
    (error: unknown) => {
      process.exitCode = fail(error)
    }
  )
}

/** Says what stopped a command. @returns the status to end with */
export function fail(error: unknown): number {
  const isBuild = isNamed<BuildError>(error, 'BuildError')
  const cause = isBuild ? error.cause : error
  if (isNamed<UsageError>(cause, 'UsageError')) {
    process.stderr.write(`error: ${harmlessLines(cause.message)}\n`)
    return 2
  }
  const {message, status} = troubleOf(cause, isBuild ? error.out : undefined)
  process.stderr.write(`${formatMessage(message, {terminal: false})}\n`)
  if (process.env.WARRAQ_TRACE && cause instanceof Error)
    process.stderr.write(`${(cause.stack ?? '').split('\n').map(harmless).join('\n')}\n`)
  return status
}

/** The command and the program that it loads are compiled apart, and each has these classes: their names tell them. */
const isNamed = <Named extends Error>(
  error: unknown,
  name: Named['name']
): error is Named => error instanceof Error && error.name === name
