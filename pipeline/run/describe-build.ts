import {join} from 'node:path'
import {summariseCounts} from '../diagnostics/format.ts'
import type {BuildReport} from './unchanged.ts'

/**
 * What is said of a build when it is over, in two lines.
 * @param out the folder as it was typed
 * @param startedMs of `performance.now()`
 * @param next what can be done now
 */
export function describeBuild(
  report: BuildReport,
  out: string,
  startedMs: number,
  next = `open ${join(out, 'index.html')}`
): string {
  const {articles, files, sizeBytes, made, counts} = report
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(2)
  const news =
    made === 0 ? ', nothing changed' : made < articles ? `, ${made} made anew` : ''
  return `${articles} article${articles === 1 ? '' : 's'}, ${files} files, ${Math.round(sizeBytes / 1024)} KB in ${out}/ (${seconds} s${news})
${summariseCounts(counts)}; ${next}`
}
