import {VFile} from 'vfile'
import {messagesOf, reportTo} from '../diagnostics/report.ts'
import type {Job} from '../source/job.ts'
import type {Sources} from '../source/load.ts'
import type {Result} from '../source/types.ts'
import {processArticle} from './article.ts'
import {createTwinNamer, inLanguages, twinPart} from './filters.ts'
import {createRecorder, type Recorder, recorded} from './records.ts'
import {refusedResults} from './survey.ts'

/** Results of all sources in the order of their ids, those that cannot be processed among them. */
export async function* processAll(
  sources: Sources,
  languages: readonly string[] = []
): AsyncGenerator<Result> {
  const nameTwin = createTwinNamer()
  const refused = refusedResults(sources)
  const recordOf = createRecorder(sources)
  let next = 0
  for (const job of sources.jobs) {
    for (let other = refused[next]; other && other.id < job.slug; other = refused[++next])
      yield other
    const result = inLanguages(await processJob(job, recordOf), languages)
    const twin = nameTwin(result, twinPart(result))
    yield {...result, messages: [...result.messages, ...twin]}
  }
  yield* refused.slice(next)
}

async function processJob(job: Job, recordOf: Recorder): Promise<Result> {
  const path = job.file.path
  const file = new VFile({path})
  const record = await recordOf(recorded(job), reportTo(file))
  const {article, messages} = record
    ? processArticle(record)
    : {article: null, messages: []}
  return {id: job.slug, path, article, messages: [...messagesOf(file), ...messages]}
}
