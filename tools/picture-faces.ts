import {copyFile, mkdir, readFile, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {Blob, DrawFuncs, Face, Font} from 'harfbuzzjs'
import {outlineUnits} from '../pipeline/source/picture-faces.ts'

const require = createRequire(import.meta.url)

/** The faces of pages whole, for the pictures of headlines: no line of these is set in two. */
const pictureFaces = {
  'noto-serif': '700Bold/NotoSerif_700Bold.ttf',
  'noto-naskh-arabic': '700Bold/NotoNaskhArabic_700Bold.ttf',
  'noto-serif-hebrew': '700Bold/NotoSerifHebrew_700Bold.ttf',
  'ibm-plex-sans': '600SemiBold/IBMPlexSans_600SemiBold.ttf',
  'ibm-plex-sans-arabic': '600SemiBold/IBMPlexSansArabic_600SemiBold.ttf',
  'ibm-plex-sans-hebrew': '600SemiBold/IBMPlexSansHebrew_600SemiBold.ttf'
} as const

/**
 * Lays the faces of pictures beside the command, with what letters each has and with its outlines, and what shapes texts in
 * them; not among what an edition carries.
 */
export async function layPictureFaces(folder: string): Promise<void> {
  await rm(folder, {recursive: true, force: true})
  await mkdir(folder, {recursive: true})
  const letters: Record<string, number[][]> = {}
  for (const [family, file] of Object.entries(pictureFaces)) {
    const from = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
    await copyFile(join(from, 'LICENSE_FONT'), join(folder, `${family}-LICENSE.txt`))
    await copyFile(join(from, file), join(folder, `${family}.ttf`))
    const face = new Face(new Blob(await readFile(join(from, file))))
    letters[family] = rangesOf(face.collectUnicodes())
    await writeFile(join(folder, `${family}.outlines`), outlinesOf(face))
  }
  await writeFile(join(folder, 'letters.json'), `${JSON.stringify(letters)}\n`)
  const harfBuzz = require.resolve('harfbuzzjs/dist/harfbuzz.wasm')
  await copyFile(harfBuzz, join(folder, 'harfbuzz.wasm'))
  await copyFile(join(dirname(harfBuzz), '../LICENSE'), join(folder, 'harfbuzz-LICENSE.txt'))
}

/** Numbers in rising order as first and last of each run. */
function rangesOf(numbers: Iterable<number>): number[][] {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const open = ranges.at(-1)
    if (open && open[1] === number - 1) open[1] = number
    else ranges.push([number, number])
  }
  return ranges
}

/**
 * The outlines of all glyphs of a face, as `pipeline/source/picture-faces.ts` reads them: how many numbers say where they begin,
 * these, then the outlines. HarfBuzz hands an outline to functions that it can only be given by machine code made for them;
 * here that is done once, and curves are made edges. An outline is its least column and row and its greatest ones, then its
 * contours one behind the other, each the number of its points, then these, in halves of a unit. All run the same way round.
 */
function outlinesOf(face: Face): Uint8Array {
  const font = new Font(face)
  const numbers: number[] = []
  const starts: number[] = []
  const count = glyphCount(face)
  for (let glyph = 0; glyph < count; glyph++) {
    starts.push(numbers.length)
    numbers.push(...outlineOf(contoursOf(font, glyph)))
  }
  starts.push(numbers.length)
  const outlines = Int16Array.from(numbers)
  const lost = numbers.find((number, n) => number !== outlines[n])
  if (lost !== undefined) throw new Error(`An outline has ${lost}, expected a whole number of 16 bits`)
  const head = Uint32Array.of(starts.length, ...starts)
  return Buffer.concat([Buffer.from(head.buffer), Buffer.from(outlines.buffer)])
}

type Point = readonly [x: number, y: number]

function outlineOf(contours: readonly (readonly Point[])[]): number[] {
  const points = contours.flat()
  if (points.length === 0) return []
  const [columns, rows] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [
    Math.min(...columns), Math.min(...rows), Math.max(...columns), Math.max(...rows),
    ...turned(contours).flatMap((contour) => [contour.length, ...contour.flat()])
  ]
}

/** How far an edge may be off its curve, in units: in the largest letters a twentieth of a pixel. */
const tolerance = 0.6

function contoursOf(font: Font, glyph: number): Point[][] {
  const contours: Point[][] = []
  const add = (x: number, y: number): void => {
    const point: Point = [Math.round(x * outlineUnits), Math.round(y * outlineUnits)]
    const [lastX, lastY] = contours.at(-1)?.at(-1) ?? []
    if (point[0] !== lastX || point[1] !== lastY) contours.at(-1)?.push(point)
  }
  const draw = new DrawFuncs()
  let last: Point = [0, 0]
  draw.setMoveToFunc((x, y) => {
    contours.push([])
    add(x, y)
    last = [x, y]
  })
  draw.setLineToFunc((x, y) => {
    add(x, y)
    last = [x, y]
  })
  draw.setQuadraticToFunc((pullX, pullY, x, y) => {
    const bend = Math.hypot(last[0] - 2 * pullX + x, last[1] - 2 * pullY + y)
    const count = Math.max(1, Math.ceil(Math.sqrt(bend / (4 * tolerance))))
    for (let n = 1; n <= count; n++) {
      const [t, s] = [n / count, 1 - n / count]
      add(s * s * last[0] + 2 * s * t * pullX + t * t * x, s * s * last[1] + 2 * s * t * pullY + t * t * y)
    }
    last = [x, y]
  })
  draw.setCubicToFunc(() => {
    throw new Error('The outlines of pictures are quadratic')
  })
  font.drawGlyph(glyph, draw)
  return contours.filter(({length}) => length > 2)
}

/** Turned round where most of a glyph runs the other way, as in parts that a face mirrors. */
function turned(contours: readonly (readonly Point[])[]): readonly (readonly Point[])[] {
  const area = contours.reduce((sum, contour) => sum + areaOf(contour), 0)
  return area > 0 ? contours : contours.map((contour) => contour.toReversed())
}

const areaOf = (contour: readonly Point[]): number =>
  contour.reduce((sum, [x, y], n) => {
    const [nextX, nextY] = contour[(n + 1) % contour.length] ?? [0, 0]
    return sum + x * nextY - nextX * y
  }, 0)

/** @see https://learn.microsoft.com/typography/opentype/spec/maxp */
function glyphCount(face: Face): number {
  const table = face.referenceTable('maxp')
  if (!table) throw new Error('A face does not say how many glyphs it has')
  return new DataView(table.buffer, table.byteOffset).getUint16(4)
}
