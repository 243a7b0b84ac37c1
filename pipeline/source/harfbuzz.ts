import {readFileSync} from 'node:fs'

/** A letter, or a part of one, as a face draws it. */
export interface Glyph {
  readonly id: number
  /** Where it stands behind the beginning of its text and above the base line, in units of its face. */
  readonly x: number
  readonly y: number
}

/** A text of one direction, from left to right. */
export interface Shaped {
  readonly glyphs: readonly Glyph[]
  /** In units of the face. */
  readonly width: number
}

/** A face that shapes texts. */
export interface ShapingFace {
  /** How many of its units are the size of the font. */
  readonly unitsPerEm: number
  shape(text: string, isRightToLeft: boolean): Shaped
}

/** Letters of the longest text that is shaped; what is longer could not stand on a line of a picture. */
const mostUnits = 4_096

/**
 * HarfBuzz, which joins and places the letters of every script. Its own JavaScript begins only where it may wait, and this
 * does at once; what is called is plain C.
 * @param file of its WebAssembly
 * @returns what opens the bytes of a face
 */
export function openHarfBuzz(file: string): (face: Uint8Array) => ShapingFace {
  const hb = instantiate(readFileSync(file))
  const buffer = hb.createBuffer()
  const units = hb.malloc(mostUnits * 2)
  return (face) => {
    const data = hb.malloc(face.length)
    new Uint8Array(hb.memory().buffer).set(face, data)
    const opened = hb.createFace(hb.createBlob(data, face.length, writable, 0, 0), 0)
    const font = hb.createFont(opened)
    return {
      unitsPerEm: hb.unitsPerEm(opened),
      shape(text, isRightToLeft) {
        const length = Math.min(text.length, mostUnits)
        const letters = new Uint16Array(hb.memory().buffer, units, length)
        for (let n = 0; n < length; n++) letters[n] = text.charCodeAt(n)
        hb.resetBuffer(buffer)
        hb.addText(buffer, units, length, 0, length)
        hb.setDirection(buffer, isRightToLeft ? rightToLeft : leftToRight)
        hb.guessScript(buffer)
        hb.shape(font, buffer, 0, 0)
        return glyphsIn(hb, buffer)
      }
    }
  }
}

/** `HB_MEMORY_MODE_WRITABLE`: the bytes are HarfBuzz's own. */
const writable = 2
/** `HB_DIRECTION_LTR` and `HB_DIRECTION_RTL` */
const leftToRight = 4
const rightToLeft = 5
/** Numbers of `hb_glyph_info_t` and of `hb_glyph_position_t`. */
const fields = 5

function glyphsIn(hb: HarfBuzz, buffer: number): Shaped {
  const count = hb.glyphCount(buffer)
  const {buffer: memory} = hb.memory()
  const infos = new Uint32Array(memory, hb.glyphInfos(buffer, 0), count * fields)
  const places = new Int32Array(memory, hb.glyphPositions(buffer, 0), count * fields)
  const glyphs: Glyph[] = []
  let width = 0
  for (let at = 0; at < count * fields; at += fields) {
    const [x = 0, y = 0] = [places[at + 2], places[at + 3]]
    glyphs.push({id: infos[at] ?? 0, x: width + x, y})
    width += places[at] ?? 0
  }
  return {glyphs, width}
}

type HarfBuzz = ReturnType<typeof instantiate>

/** Functions of HarfBuzz by the names of its manual; numbers go in and out, some of them pointers. */
function instantiate(bytes: Uint8Array<ArrayBuffer>) {
  const {exports} = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    wasi_snapshot_preview1: {proc_exit: refuse},
    env: {
      _abort_js: refuse,
      _emscripten_runtime_keepalive_clear: refuse,
      _setitimer_js: refuse,
      emscripten_resize_heap: (sizeBytes: number): number => {
        const {buffer} = memory()
        memory().grow(Math.ceil((sizeBytes - buffer.byteLength) / pageBytes))
        return 1
      }
    }
  })
  const memory = (): WebAssembly.Memory => {
    if (exports.memory instanceof WebAssembly.Memory) return exports.memory
    throw new Error('HarfBuzz has no memory')
  }
  const named = (name: string) => {
    const found = exports[name]
    if (typeof found !== 'function') throw new Error(`HarfBuzz has no ${name}`)
    return (...given: readonly number[]): number => found(...given)
  }
  named('__wasm_call_ctors')()
  return {
    memory,
    malloc: named('malloc'),
    createBlob: named('hb_blob_create'),
    createFace: named('hb_face_create'),
    unitsPerEm: named('hb_face_get_upem'),
    createFont: named('hb_font_create'),
    createBuffer: named('hb_buffer_create'),
    resetBuffer: named('hb_buffer_reset'),
    addText: named('hb_buffer_add_utf16'),
    setDirection: named('hb_buffer_set_direction'),
    guessScript: named('hb_buffer_guess_segment_properties'),
    shape: named('hb_shape'),
    glyphCount: named('hb_buffer_get_length'),
    glyphInfos: named('hb_buffer_get_glyph_infos'),
    glyphPositions: named('hb_buffer_get_glyph_positions')
  }
}

/** Of WebAssembly. */
const pageBytes = 65_536

/** For what only a program of its own asks: HarfBuzz asks for memory, and for nothing else. */
function refuse(): never {
  throw new Error('HarfBuzz ended')
}
