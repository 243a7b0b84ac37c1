import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {Blob, Buffer, Face, Font, shape} from 'harfbuzzjs'
import subsetFont from 'subset-font'
import {interfaceFor} from '../pipeline/site/words.ts'

/*
 * A text is shown at once in a font of the system and set anew when its own has come. The faces
 * written here make both equally wide and high, so that few lines break elsewhere and little moves.
 * Only such fonts are named as can be measured from what npm brings: themselves, or one that was
 * drawn to the same widths (Tinos for Times New Roman, Arimo for Arial). Neither brings Arabic, nor
 * does anything free match the Arabic of Windows and macOS: it stays as the system has it.
 */

const require = createRequire(import.meta.url)

/** Letters that a face is for, and the languages whose words weigh them. */
const scripts = {
  space: {range: 'U+20,U+A0', letters: / /gu, languages: ['en']},
  latin: {range: 'U+21-9F,U+A1-24F,U+2010-206F', letters: /\p{Script=Latin}+/gu, languages: ['en', 'de', 'fr', 'es']},
  cyrillic: {range: 'U+400-4FF', letters: /\p{Script=Cyrillic}+/gu, languages: ['ru']},
  hebrew: {range: 'U+590-5FF', letters: /\p{Script=Hebrew}+/gu, languages: ['he']},
  arabic: {range: 'U+600-6FF,U+200C-200F', letters: /[\p{Script=Arabic}\p{M}]+/gu, languages: ['ar', 'fa']}
} as const
type Script = keyof typeof scripts
const european = ['space', 'latin', 'cyrillic'] as const

/** A family of the page: which of its own packages has which script. */
const text = {space: 'noto-serif', latin: 'noto-serif', cyrillic: 'noto-serif', hebrew: 'noto-serif-hebrew', arabic: 'noto-naskh-arabic'}
const label = {space: 'ibm-plex-sans', latin: 'ibm-plex-sans', cyrillic: 'ibm-plex-sans', hebrew: 'ibm-plex-sans-hebrew', arabic: 'ibm-plex-sans-arabic'}

/** A font of a system in one weight: its names there, its scripts, and the files it is measured by. */
interface SystemFont {
  readonly family: string
  readonly own: Readonly<Record<Script, string>>
  readonly weight: number
  readonly names: readonly string[]
  readonly scripts: readonly Script[]
  readonly file: (script: Script) => string
}

const fontsource = (family: string, weight: number) => (script: Script): string =>
  `@fontsource/${family}/files/${family}-${subsetOf(family, script)}-${weight}-normal.woff2`
const dejavu = (name: string) => (): string => `dejavu-fonts-ttf/ttf/${name}.ttf`
const subsetOf = (family: string, script: Script): string =>
  script === 'space' ? 'latin' : family.endsWith(script) ? script : script

const systemFonts: readonly SystemFont[] = [
  ...[400, 700].flatMap((weight) => {
    const bold = weight === 400 ? '' : ' Bold'
    const end = weight === 400 ? '' : '-Bold'
    return [
      {family: 'text as Times', own: text, weight, names: ['Times New Roman', 'Liberation Serif', 'Tinos'].map((name) => name + bold), scripts: [...european, 'hebrew'], file: fontsource('tinos', weight)},
      {family: 'text as DejaVu', own: text, weight, names: [`DejaVu Serif${bold}`], scripts: european, file: dejavu(`DejaVuSerif${end}`)},
      {family: 'text as DejaVu', own: text, weight, names: [`DejaVu Sans${bold}`], scripts: ['hebrew', 'arabic'], file: dejavu(`DejaVuSans${end}`)}
    ] satisfies SystemFont[]
  }),
  ...[400, 600].flatMap((weight) => {
    const bold = weight === 400 ? '' : ' Bold'
    return [
      {family: 'label as Arial', own: label, weight, names: ['Arial', 'Liberation Sans', 'Arimo'].map((name) => name + bold), scripts: [...european, 'hebrew'], file: fontsource('arimo', weight === 400 ? 400 : 700)},
      {family: 'label as Roboto', own: label, weight, names: [`Roboto${bold}`], scripts: european, file: fontsource('roboto', weight === 400 ? 400 : 700)},
      {family: 'label as DejaVu', own: label, weight, names: [`DejaVu Sans${bold}`], scripts: [...european, 'hebrew', 'arabic'], file: dejavu(`DejaVuSans${weight === 400 ? '' : '-Bold'}`)}
    ] satisfies SystemFont[]
  })
]

/** Rules of style for fonts of the system that keep the place of ours until they have come. */
export async function fallbackFaces(): Promise<string[]> {
  const rules: string[] = []
  for (const font of systemFonts)
    for (const script of font.scripts) {
      const own = await measure(fontsource(font.own[script], font.weight)(script), script)
      const other = await measure(font.file(script), script)
      const scale = own.width / other.width
      const percent = (share: number): string => `${(share * 100).toFixed(2)}%`
      rules.push(`@font-face {
  font-family: "${font.family}";
  font-weight: ${font.weight};
  src: ${font.names.map((name) => `local("${name}")`).join(', ')};
  size-adjust: ${percent(scale)};
  ascent-override: ${percent(own.ascent / scale)};
  descent-override: ${percent(own.descent / scale)};
  line-gap-override: 0%;
  unicode-range: ${scripts[script].range};
}`)
    }
  return rules
}

/** Width of the words of a script together, and the height of a line, in units of the size of the font. */
async function measure(file: string, script: Script) {
  const words = wordsIn(script)
  const bytes = await readFile(require.resolve(file))
  const font = await subsetFont(bytes, words.join(''), {targetFormat: 'sfnt'})
  const face = new Face(new Blob(font))
  const drawn = new Font(face)
  const {ascender, descender} = drawn.hExtents()
  const width = words.reduce((sum, word) => sum + widthOf(word, drawn), 0)
  return {width: width / face.upem, ascent: ascender / face.upem, descent: -descender / face.upem}
}

function widthOf(word: string, font: Font): number {
  const buffer = new Buffer()
  buffer.addText(word)
  buffer.guessSegmentProperties()
  shape(font, buffer)
  return buffer
    .getGlyphInfosAndPositions()
    .reduce((sum, {xAdvance = 0}) => sum + xAdvance, 0)
}

/** The words of the interface of the pages in the languages of a script. */
function wordsIn(script: Script): string[] {
  const {letters, languages} = scripts[script]
  return languages.flatMap((tag) => {
    const {counts, ...sentences} = interfaceFor(tag).words
    return [...Object.values(sentences), ...Object.values(counts).flatMap((forms) => Object.values(forms))].flatMap(
      (sentence) => sentence.match(letters) ?? []
    )
  })
}
