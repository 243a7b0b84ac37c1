/** Compiles the library into `build/library/`: what `import {extract} from 'warraq'` loads, in Node and in browsers. */
import {execFile} from 'node:child_process'
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {promisify} from 'node:util'
import {build, type Metafile} from 'esbuild'

const root = new URL('../', import.meta.url).pathname
const target = join(root, 'build/library')
const require = createRequire(import.meta.url)

/** Bundles the code and its declarations; the bundle imports nothing but its own pieces. */
export async function buildLibrary(): Promise<Metafile> {
  await rm(target, {recursive: true, force: true})
  const {metafile} = await build({
    entryPoints: [join(root, 'pipeline/index.ts')],
    outdir: target,
    chunkNames: 'chunk-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    // Neither Node nor browser: packages give the code that needs neither.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2023',
    minifySyntax: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning'
  })
  await declareTypes()
  return metafile
}

/** Declarations of the public names, and of what these are made of. */
async function declareTypes(): Promise<void> {
  const all = join(root, 'build/declarations')
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc')
  await promisify(execFile)(
    process.execPath,
    [tsc, '-p', join(root, 'tools/tsconfig.library.json'), '--outDir', all],
    {cwd: root}
  )
  const wanted = new Set(['index.d.ts'])
  for (const file of wanted) {
    const text = await readFile(join(all, file), 'utf8')
    const written = text.replace(/(from '\.[^']*)\.ts'/gu, (whole, path: string) => {
      wanted.add(join(dirname(file), `${path.slice("from '".length)}.d.ts`))
      return `${path}.js'`
    })
    await mkdir(dirname(join(target, file)), {recursive: true})
    await writeFile(join(target, file), written)
  }
  await rm(all, {recursive: true})
}
