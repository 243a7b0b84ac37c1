import {VFile} from 'vfile'
import {reportTo} from '../diagnostics/report.ts'
import {read} from '../read/index.ts'
import {explainSegmentation} from '../segment/explain.ts'
import {createRecorder, openSources, recorded} from './records.ts'

/** How each source is segmented and why, in words; sources that cannot be read are left to `check`. */
export async function* explainSources(
  root: string,
  only: (path: string) => boolean
): AsyncGenerator<{path: string; explanation: string}> {
  const sources = openSources(root)
  const recordOf = createRecorder(sources)
  for (const job of sources.jobs) {
    const {path} = job.file
    if (!only(path)) continue
    const report = reportTo(new VFile({path}))
    const record = await recordOf(recorded(job), report)
    const context = {...job, authorities: sources.authorities, report}
    const reading = record && read({sha256: '', ...record}, context)
    if (reading) yield {path, explanation: explainSegmentation(reading, context)}
  }
}
