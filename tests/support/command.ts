import {type SpawnSyncReturns, spawn, spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'

/** The compiled command. */
export const command = fileURLToPath(new URL('../../build/warraq.mjs', import.meta.url))

interface Options {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  readonly cwd?: string
}

const environment = (more: Options['env']): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  ...more
})

/** Runs the compiled command to its end. */
export const warraq = (
  args: readonly string[],
  {env, input, cwd}: Options = {}
): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    env: environment(env),
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : {input}),
    ...(cwd === undefined ? {} : {cwd})
  })

/** Starts the compiled command. */
export const startWarraq = (args: readonly string[]) =>
  spawn(process.execPath, [command, ...args], {stdio: 'pipe', env: environment({})})
