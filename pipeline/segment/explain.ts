import type {Reading} from '../source/reading.ts'
import type {Context} from '../source/types.ts'
import {chooseConvention, conventionsOf, readPage} from './convention.ts'
import {languageFor} from './index.ts'
import {knowledgeOf} from './knowledge.ts'
import type {Convention} from './page.ts'

/** Starts shown of the convention that was settled on. */
const shownStarts = 6

/** The convention a text was segmented by, why, and what else would have explained it. */
export function explainSegmentation(reading: Reading, context: Context): string {
  const tag = languageFor(reading, context)
  const page = readPage(reading, knowledgeOf(tag, context))
  const chosen = chooseConvention(page)
  const head = `language    ${tag}, ${reading.blocks.length} lines with text`
  if (!chosen)
    return `${head}\nconvention  none: no printed convention explains these lines better than ordinary text does`
  const starts = chosen.starts.slice(0, shownStarts).map(({block, label}) => {
    const line = reading.at.point(page.blocks[block]?.start ?? 0).line
    return `  line ${String(line).padEnd(6)} ${label ? `\`${label.value}\`` : 'no label'}`
  })
  const more = chosen.starts.length - starts.length
  const rivals = conventionsOf(page).filter(({name}) => name !== chosen.name)
  return [
    head,
    `convention  ${chosen.name}`,
    ...sumOf(chosen),
    `turns       ${chosen.starts.length}`,
    ...starts,
    ...(more > 0 ? [`  … ${more} more`] : []),
    ...(rivals.length === 0 ? ['rivals      none above its threshold'] : []),
    ...rivals.flatMap((rival) => [`rival       ${rival.name}`, ...sumOf(rival)])
  ].join('\n')
}

const sumOf = ({score, evidence}: Convention): string[] => [
  ...evidence.map(({what, weight}) => `  ${signed(weight)}  ${what}`),
  `  ${signed(score)}  in all`
]

const signed = (weight: number): string =>
  `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`.padStart(5)
