import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {Script} from 'node:vm'

/** Modules of the program, by their paths below `pipeline/`; each is run when it is first asked for. */
export type Program = Readonly<Record<string, () => unknown>>

/** What the compiled program is handed in place of what a module has of its own. */
type Compiled = (
  module: {exports: Program},
  require: NodeJS.Require,
  load: (name: string) => Promise<unknown>,
  url: string
) => void

const folder = dirname(fileURLToPath(import.meta.url))
let loaded: Program | undefined

/**
 * The program that is compiled beside this command, run once.
 * @public The command asks for it where `tools/compile-program.ts` puts that in place of an import.
 */
export const program = (): Program => (loaded ??= loadProgram(folder).program)

/**
 * Loads the program with the bytecode that the engine made of it when it was compiled: to parse and compile it anew
 * is a fifth of the CPU of an edition of one article. Bytecode of another version of the engine, or made under other
 * flags of it, is not taken: then the engine compiles what it needs.
 * @see https://nodejs.org/docs/latest-v20.x/api/vm.html#new-vmscriptcode-options on `cachedData`
 */
export function loadProgram(from: string): {
  readonly program: Program
  readonly script: Script
} {
  const file = join(from, 'program.cjs')
  const bytecode = join(from, 'program.bytecode')
  // It has nothing but ASCII.
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(existsSync(bytecode) ? {cachedData: readFileSync(bytecode)} : {})
  })
  const module: {exports: Program} = {exports: {}}
  const compiled: Compiled = script.runInThisContext()
  compiled(module, createRequire(file), (name) => import(name), pathToFileURL(file).href)
  return {program: module.exports, script}
}
