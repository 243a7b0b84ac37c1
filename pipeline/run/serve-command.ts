import {existsSync, realpathSync} from 'node:fs'
import {join} from 'node:path'
import {existing, numberOf, UsageError} from './arguments.ts'
import {serveEdition} from './serve.ts'

/** Port where none is asked for. */
const usualPort = '8017'

/**
 * Serves a built edition until the process is told to stop.
 * @param say prints a line for the user
 * @returns the exit status
 */
export async function serveUntilStopped(
  [edition = 'dist', ...more]: readonly string[],
  {
    port,
    watch
  }: {readonly port?: string | undefined; readonly watch?: boolean | undefined},
  say: (line: string) => void
): Promise<number> {
  if (more.length > 0) throw new UsageError('`serve` takes one built edition.')
  const folder = realpathSync(existing(edition))
  if (!existsSync(join(folder, 'index.html')))
    throw new UsageError(
      `\`${edition}\` is no built edition. Run \`warraq build\` first.`
    )
  const serving = await open(
    folder,
    numberOf('port', port ?? usualPort, {least: 0, most: 65_535}),
    watch ?? false
  )
  const stopped = new Promise<void>((done) => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
  })
  say(`${serving.url} shows ${edition}/ to this machine; Ctrl-C stops`)
  await stopped
  await serving.close()
  return 0
}

async function open(folder: string, port: number, isWatching: boolean) {
  try {
    return await serveEdition({folder, port, isWatching})
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new UsageError(`port ${port} is taken. Choose another with --port.`)
    throw error
  }
}
