import type {Sidecar} from '../tree/types.ts'
import type {Member} from './byte-source.ts'
import type {Job} from './job.ts'

/**
 * The jobs of a file's articles. A file of one article gives it its slug; of several each has the
 * file's slug, a hyphen and its own key. What the file's sidecar declares holds for all, before it what
 * `<slug>.yaml` declares for one.
 * @param sidecars by their path; null where one is broken
 */
export function jobsOfMembers(
  job: Job,
  members: readonly Member[],
  sidecars: ReadonlyMap<string, Sidecar | null>
): {jobs: Job[]; lonely: string[]} {
  const unused = new Set(sidecars.keys())
  const jobs = members.flatMap((member): Job[] => {
    const slug = members.length === 1 ? job.slug : `${job.slug}-${member.key}`
    const path = `${job.file.collection}/${slug}.yaml`
    const own = sidecars.get(path)
    unused.delete(path)
    // A sidecar that cannot be read has its own message; the article waits for it to be mended.
    if (own === null) return []
    const {slug: _shared, ...shared} = job.sidecar
    const sidecar = {
      ...shared,
      ...own,
      ...(shared.metadata || own?.metadata
        ? {metadata: {...shared.metadata, ...own?.metadata}}
        : {})
    }
    return [{...job, slug: own?.slug ?? slug, sidecar, member}]
  })
  return {jobs, lonely: [...unused]}
}
