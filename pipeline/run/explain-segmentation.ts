import {VFile} from 'vfile'
import {reportTo} from '../diagnostics/report.ts'
import {read, readers} from '../read/index.ts'
import {explainSegmentation} from '../segment/explain.ts'
import {readBytes} from '../source/files.ts'
import {loadSources} from '../source/load.ts'

/** How each source is segmented and why, in words; sources that cannot be read are left to `check`. */
export function* explainSources(
  root: string,
  only: (path: string) => boolean
): Generator<{path: string; explanation: string}> {
  const {jobs, authorities} = loadSources(root, Object.keys(readers))
  for (const {slug, file, collection, sidecar} of jobs) {
    const {path} = file
    if (!only(path)) continue
    const report = reportTo(new VFile({path}))
    const context = {slug, collection, sidecar, authorities, report}
    const bytes = readBytes(root, path, report)
    const reading = bytes && read({path, bytes, sha256: ''}, context)
    if (reading) yield {path, explanation: explainSegmentation(reading, context)}
  }
}
