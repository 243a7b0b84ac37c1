/** Compiles the command into `build/` and lays its fonts, style and script beside it. */
import {copyFile, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {build, transform} from 'esbuild'
import subsetFont from 'subset-font'
import {bundledPackages, licenceTexts} from './bundled-packages.ts'
import {buildLibrary} from './compile-library.ts'
import {buildProgram} from './compile-program.ts'
import {fallbackFaces} from './fallback-faces.ts'
import {layPictureFaces} from './picture-faces.ts'

/** Each face has only the scripts it is for, so that a page loads no more than the letters on it need. */
const faces = {
  'noto-naskh-arabic': {weights: [400, 700], scripts: ['arabic']},
  'noto-serif': {weights: [400, 700], scripts: ['latin', 'latin-ext', 'cyrillic']},
  'noto-serif-hebrew': {weights: [400, 700], scripts: ['hebrew']},
  'ibm-plex-sans-arabic': {weights: [400, 600], scripts: ['arabic']},
  'ibm-plex-sans': {weights: [400, 600], scripts: ['latin', 'latin-ext', 'cyrillic']},
  'ibm-plex-sans-hebrew': {weights: [400, 600], scripts: ['hebrew']}
} as const

/**
 * The letters, marks, digits and punctuation of Arabic script: without the forms for old printers and
 * the letters of rare languages, which fall back to a face of the system, a face is half as large.
 */
const arabicLetters = [
  [0x20, 0x20],
  [0xab, 0xab],
  [0xbb, 0xbb],
  [0x600, 0x6ff],
  [0x200c, 0x200f],
  [0x2010, 0x2026],
  [0x25cc, 0x25cc]
].flatMap(([first = 0, last = 0]) =>
  Array.from({length: last - first + 1}, (_, n) => String.fromCodePoint(first + n))
)

/** Lays a face beside the command. */
async function layFace(from: string, to: string, script: string): Promise<void> {
  if (script !== 'arabic') return copyFile(from, to)
  const face = await readFile(from)
  await writeFile(to, await subsetFont(face, arabicLetters.join(''), {targetFormat: 'woff2'}))
}

/** The rules of some scripts in a style sheet of fonts, without their older formats; Arabic for the letters that are laid. */
function facesOf(css: string, scripts: readonly string[]): string[] {
  const isOf = (rule: string, script: string): boolean =>
    new RegExp(`^/\\* [a-z-]+-${script}-\\d+-normal `, 'u').test(rule)
  return css
    .split(/(?=\/\*)/u)
    .filter((rule) => scripts.some((script) => isOf(rule, script)))
    .map((rule) => rule.replace('./files/', 'fonts/').replace(/, url\(\S+\.woff\) format\('woff'\)/u, ''))
    .map((rule) => (isOf(rule, 'arabic') ? rule.replace(/unicode-range: [^;]+/u, `unicode-range: ${arabicRange}`) : rule))
}

/** Latin faces have what else Arabic text is printed with: spaces, quotation marks and dashes. */
const arabicRange = 'U+600-6FF,U+200C-200F,U+25CC'

const root = new URL('../', import.meta.url).pathname
const require = createRequire(import.meta.url)
const target = join(root, 'build')

const {validatorsMetafile} = await import('./make-validators.ts')
await import('./make-tei-grammar.ts')
await rm(join(target, 'assets'), {recursive: true, force: true})
await mkdir(join(target, 'assets/fonts'), {recursive: true})
const rules: string[] = []
for (const [family, {weights, scripts}] of Object.entries(faces)) {
  const folder = dirname(require.resolve(`@fontsource/${family}/package.json`))
  await copyFile(join(folder, 'LICENSE'), join(target, `assets/fonts/${family}-LICENSE.txt`))
  for (const weight of weights) {
    rules.push(...facesOf(await readFile(join(folder, `${weight}.css`), 'utf8'), scripts))
    for (const script of scripts) {
      const name = `${family}-${script}-${weight}-normal.woff2`
      await layFace(join(folder, 'files', name), join(target, 'assets/fonts', name), script)
    }
  }
}
await layPictureFaces(join(target, 'faces'))
const site = join(root, 'pipeline/site')
const sheets = (await readdir(site)).filter((name) => name.endsWith('.css')).sort()
const style = await Promise.all(sheets.map((name) => readFile(join(site, name), 'utf8')))
const {code} = await transform([...rules, ...(await fallbackFaces()), ...style].join('\n'), {
  loader: 'css',
  minify: true,
  target: ['chrome111', 'firefox113', 'safari16.4']
})
await writeFile(join(target, 'assets/style.css'), code)
await copyFile(join(site, 'page.js'), join(target, 'assets/page.js'))
await build({
  entryPoints: [join(site, 'search-client.js')],
  outfile: join(target, 'assets/search.js'),
  bundle: true,
  format: 'iife',
  target: ['es2022'],
  minify: true,
  charset: 'utf8',
  logLevel: 'warning'
})
const programs = await buildProgram()
const library = await buildLibrary()
const packages = await bundledPackages([...programs, library, validatorsMetafile])
await writeFile(join(target, 'THIRD-PARTY-LICENSES.txt'), licenceTexts(packages))
await writeFile(
  join(target, 'packages.json'),
  `${JSON.stringify(packages.map(({name, version, licence}) => ({name, version, licence})))}\n`
)
