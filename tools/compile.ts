/** Compiles the command into `build/warraq.mjs` and lays its fonts, style and script beside it. */
import {chmod, copyFile, mkdir, readdir, rm} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {build} from 'esbuild'

const root = new URL('../', import.meta.url).pathname
const require = createRequire(import.meta.url)
const target = join(root, 'build')

await import('./make-validators.ts')
await rm(join(target, 'assets'), {recursive: true, force: true})
await mkdir(join(target, 'assets/fonts'), {recursive: true})
const faces = {
  'noto-naskh-arabic': ['400', '700'],
  'ibm-plex-sans-arabic': ['400', '600']
}
for (const [family, weights] of Object.entries(faces)) {
  const folder = dirname(require.resolve(`@fontsource/${family}/package.json`))
  await copyFile(join(folder, 'LICENSE'), join(target, `assets/fonts/${family}-LICENSE.txt`))
  for (const weight of weights) {
    for (const script of ['arabic', 'latin']) {
      const name = `${family}-${script}-${weight}-normal.woff2`
      await copyFile(join(folder, 'files', name), join(target, 'assets/fonts', name))
    }
  }
}
for (const name of await readdir(join(root, 'pipeline/site'))) {
  if (/\.(?:css|js)$/.test(name)) {
    await copyFile(join(root, 'pipeline/site', name), join(target, 'assets', name))
  }
}
await build({
  entryPoints: [join(root, 'pipeline/cli.ts')],
  outdir: target,
  entryNames: 'warraq',
  chunkNames: 'chunk-[hash]',
  outExtension: {'.js': '.mjs'},
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Finds its WebAssembly beside its own code.
  external: ['node-sqlite3-wasm'],
  minifySyntax: true,
  legalComments: 'none',
  banner: {
    js: "import {createRequire as __createRequire} from 'node:module';const require = __createRequire(import.meta.url);"
  },
  logLevel: 'warning'
})
await chmod(join(target, 'warraq.mjs'), 0o755)
