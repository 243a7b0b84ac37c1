/**
 * Looks for steps whose time grows faster than the text: units that people and programs trip over, repeated
 * within a line, as a whole source, and within a transcript, at three sizes. What takes more than twice
 * its share of time for four times the text is named.
 *
 *     GROWTH_KB=16,64,256 npx tsx tools/fuzz-growth.ts [unit…]
 */
import {chainOf, surroundings} from '../tests/fuzz/properties.ts'

const units: Readonly<Record<string, string>> = {
  ...{space: ' ', 'no-break space': '\u00a0', tab: '\t', 'line feed': '\n', 'line separator': '\u2028', 'blank line': ' \n'},
  ...{'double quote': '"', 'opening «': '«', 'closing »': '»', 'opening “': '“', apostrophe: "'", '«»': '«»', '"a" ': '"a" ', '“a ': '“a '},
  ...{'(': '(', ')': ')', '[': '[', ']': ']', '{': '{', '()': '()', '(a)': '(a)\n'},
  ...{digit: '1', 'Arabic digit': '١', 'digit.': '1.2.', 'digit/': '1/2/', time: '12:34 ', date: '1 May 2024 ', 'Arabic date': '1 مايو 2024 ', 'date lines': '1 May 2024\n'},
  ...{colon: ':', 'colon space': ': ', dash: '-', 'dash space': '- ', ' dash ': ' - ', 'em dash': '—', comma: ',', 'Arabic comma': '،', dot: '.', '…': '…'},
  ...{'?': '?', '؟': '؟', 'question lines': 'a?\n', '*': '*', 'star lines': '*\n', '#': '#', 'hash lines': '# a\n', _: '_', '@': '@', '&': '&'},
  ...{'<': '<', '>': '>', '<p>': '<p>', '<!--': '<!--', letter: 'a', word: 'a ', 'Arabic letter': 'س', 'Arabic word': 'س ', lines: 'a\n'},
  ...{Name: 'Ab ', 'CAPITALS ': 'AB ', 'A. ': 'A. ', month: 'May ', 'Arabic month': 'مايو ', last: 'last ', 'said ': '" said A. ', 'قال ': 'قال '},
  ...{'label ': 'A: ', 'label lines': 'A: b\n', 'quoted labels': 'A: "b\n', 'dash lines': '- a\n', 'time lines': '[00:00:01] A: b\n', 'name lines': 'NAME\n', 'quotation lines': '"a" said B.\n'},
  ...{'combining mark': '\u0301', tatweel: 'ـ', emoji: '😀', override: '\u202e', NUL: '\0', address: 'http://a.b/', Anna: 'Anna ', 'a name in Arabic': 'ويتكوف '}
}

const shapes: Readonly<Record<string, (text: string) => string>> = {
  'in a line': (text) => `A ship comes home\n5 March 2024\n\nThe ship ${text} came.\n`,
  alone: (text) => text,
  'in a turn': (text) => `A call\n\nAnna Lind: one?\nBo Ek: two.\nAnna Lind: ${text}\nBo Ek: four.\n`
}

const sizes = (process.env.GROWTH_KB ?? '16,64,256').split(',').map((size) => Number(size) * 1024)
/** Below this, in milliseconds, time says nothing; above the other, a source of 256 KB is refused service. */
const [noise, longest] = [60, 30_000]

/** CPU time of the chain in milliseconds. */
function timeOf(text: string): number {
  const [, around] = surroundings
  if (!around) throw new Error('no surroundings')
  const bytes = new TextEncoder().encode(text)
  const before = process.cpuUsage()
  chainOf(bytes, 'txt', around)
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1000
}

const wanted = process.argv.slice(2)
let faults = 0
let worst = ''
let worstGrowth = 0
for (const [name, unit] of Object.entries(units)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const [shape, around] of Object.entries(shapes)) {
    const times: number[] = []
    let growth = 0
    for (const size of sizes) {
      const ms = timeOf(around(unit.repeat(Math.ceil(size / unit.length)).slice(0, size)))
      const before = times.at(-1) ?? 0
      if (before > noise) growth = Math.max(growth, ms / before / (size / (sizes[times.length - 1] ?? size)))
      times.push(ms)
      if (ms > longest) break
    }
    if (growth > worstGrowth) [worst, worstGrowth] = [`${name} ${shape}`, growth]
    const isSlow = growth > 2 || (times.at(-1) ?? 0) > longest
    if (isSlow) faults++
    if (isSlow || wanted.length > 0)
      console.log(`${name} ${shape}: ${times.map((ms) => Math.round(ms)).join(', ')} ms${isSlow ? ', more than linear' : ''}`)
  }
}
console.log(`${Object.keys(units).length} units in ${Object.keys(shapes).length} places, up to ${(sizes.at(-1) ?? 0) / 1024} KB: ${faults} grow faster than the text (most: ${worst}, ×${worstGrowth.toFixed(1)} its share)`)
process.exitCode = faults > 0 ? 1 : 0
