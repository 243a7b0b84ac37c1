import type {LineText} from './line-texts.ts'
import type {Box, PrintedPage} from './page.ts'

/** Lines of one template: the same elements with the same names around them. */
export interface Template {
  count: number
  chars: number
  linked: number
  prose: number
}

/** How a line is laid out, in a word: its block and the three elements around it. */
function signatureOf(box: Box): string {
  const parts: string[] = []
  let each: Box | null = box
  for (let n = 0; each && n < 4; n++) {
    parts.push(`${each.tag}.${n < 3 ? each.tokens.slice(0, 3).join('.') : ''}`)
    each = each.parent
  }
  return parts.join('<')
}

/** The template of each line. */
export function templatesOf(page: PrintedPage, texts: readonly LineText[]): Template[] {
  const known = new Map<string, Template>()
  return page.lines.map((line, n) => {
    const key = signatureOf(line.block)
    const template = known.get(key) ?? {count: 0, chars: 0, linked: 0, prose: 0}
    known.set(key, template)
    template.count++
    template.chars += line.text.length
    template.linked += line.linked
    template.prose += texts[n]?.prose ?? 0
    return template
  })
}
