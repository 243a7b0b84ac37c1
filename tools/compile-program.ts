/**
 * Compiles the command: `build/warraq.mjs`, which has what a build needs that finds nothing to do, and
 * `build/program.cjs` with all else, loaded when it is asked for, with the bytecode that the engine made of it.
 */
import {execFile} from 'node:child_process'
import {createHash} from 'node:crypto'
import {chmod, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {promisify} from 'node:util'
import {type BuildOptions, build, type Metafile, type Plugin} from 'esbuild'

const root = new URL('../', import.meta.url).pathname
const target = join(root, 'build')
const pipeline = join(root, 'pipeline')

/** They find their WebAssembly, their machine code and the beginning of their threads beside their own. */
const external = ['node-sqlite3-wasm', 'tinypool']

/** What threads run: a file of each, which has what it exports from the program. */
const threads = {
  thread: {module: 'run/thread.ts', names: ['read', 'publish']},
  'stage-thread': {module: 'run/stage-thread.ts', names: ['stage']}
} as const

const shared = {
  absWorkingDir: root,
  outdir: target,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Node has them; esbuild, unsure which of them, would make each such pattern anew at each use.
  supported: {'regexp-unicode-property-escapes': true},
  external,
  minifySyntax: true,
  // The licences stand in one file beside the code.
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning'
} as const satisfies BuildOptions

/** Names the program in what it keeps between builds: any change of the code or of a dependency changes it. */
async function codeDigest(): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of ['pipeline', 'schemas']) {
    const entries = await readdir(join(root, folder), {recursive: true, withFileTypes: true})
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    for (const path of paths.sort()) hash.update(path.slice(root.length)).update(await readFile(path))
  }
  // What compiles the program has a say in what it makes: faces, styles, validators, the grammar of TEI.
  const compilers = ['compile', 'compile-program', 'picture-faces', 'make-validators', 'make-tei-grammar']
  for (const name of compilers) hash.update(await readFile(join(root, `tools/${name}.ts`)))
  return hash.update(await readFile(join(root, 'package-lock.json'))).digest('hex').slice(0, 32)
}

/** What the command imports when it needs it comes from the program. @param modules takes the names of these modules */
const fromProgram = (modules: Set<string>): Plugin => ({
  name: 'from-program',
  setup({onResolve, onLoad}) {
    onResolve({filter: /^\./}, ({kind, path, resolveDir}) => {
      if (kind !== 'dynamic-import') return undefined
      const module = relative(pipeline, join(resolveDir, path))
      modules.add(module)
      return {path: module, namespace: 'program'}
    })
    onLoad({filter: /./, namespace: 'program'}, ({path}) => ({
      contents: `const {program} = require('./run/program.ts')\nmodule.exports = program()[${JSON.stringify(path)}]()`,
      resolveDir: pipeline
    }))
  }
})

/** Compiles all of it. @returns what was bundled */
export async function buildProgram(): Promise<Metafile[]> {
  const define = {__WARRAQ_CODE__: JSON.stringify(await codeDigest())}
  const modules = new Set<string>(Object.values(threads).map(({module}) => module))
  const {metafile} = await build({
    ...shared,
    entryPoints: {warraq: join(pipeline, 'cli.ts')},
    outExtension: {'.js': '.mjs'},
    format: 'esm',
    define,
    plugins: [fromProgram(modules)],
    banner: {js: "import {createRequire as __createRequire} from 'node:module';const require = __createRequire(import.meta.url);"}
  })
  const program = await bundleProgram([...modules].sort(), define)
  for (const [name, {module, names}] of Object.entries(threads)) await layThread(name, module, names)
  await chmod(join(target, 'warraq.mjs'), 0o755)
  await keepBytecode()
  return [metafile, program]
}

/** All modules in one script, whose value is a function that runs them. */
async function bundleProgram(modules: readonly string[], define: Readonly<Record<string, string>>): Promise<Metafile> {
  const entries = modules.map((module) => `${JSON.stringify(module)}: () => require(${JSON.stringify(`./${module}`)})`)
  const {metafile, outputFiles} = await build({
    ...shared,
    stdin: {contents: `module.exports = {${entries.join(',\n')}}`, resolveDir: pipeline, sourcefile: 'program.js'},
    format: 'cjs',
    define: {...define, 'import.meta.url': '__url'},
    // Comments are not ASCII.
    minifyWhitespace: true,
    write: false
  })
  const [code] = outputFiles
  if (!code) throw new Error('esbuild gave no program')
  // A script has no `import` of its own.
  const body = inAscii(code.text).replaceAll(/\bimport\((?="(?:node-sqlite3-wasm|tinypool)"\))/gu, '__load(')
  await writeFile(join(target, 'program.cjs'), `(function (module, require, __load, __url) { const exports = module.exports;\n${body}\n})`)
  return metafile
}

/** A script of ASCII alone is read and kept in half the bytes; what stands in patterns is left as it is by esbuild. */
const inAscii = (text: string): string =>
  text.replaceAll(/[^\0-\x7f]/gu, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    if (code > 0xffff) throw new Error(`${letter} cannot be escaped in every pattern`)
    return `\\u${code.toString(16).padStart(4, '0')}`
  })

/** A file that a thread begins with. */
async function layThread(name: string, module: string, names: readonly string[]): Promise<void> {
  await build({
    ...shared,
    stdin: {
      contents: `import {program} from './run/program.ts'\nexport const {${names.join(', ')}} = program()[${JSON.stringify(module)}]()`,
      resolveDir: pipeline
    },
    outfile: join(target, `${name}.mjs`),
    outdir: undefined,
    format: 'esm'
  })
}

/** Has the program make an edition of its own sources, and keeps the bytecode that the engine has of it then. */
async function keepBytecode(): Promise<void> {
  await rm(join(target, 'program.bytecode'), {force: true})
  const place = await mkdtemp(join(tmpdir(), 'warraq-compile-'))
  try {
    await promisify(execFile)(process.execPath, ['--import', 'tsx', join(root, 'tools/keep-bytecode.ts'), join(place, 'edition')], {cwd: root})
  } finally {
    await rm(place, {recursive: true, force: true})
  }
}
