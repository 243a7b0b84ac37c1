import {createHash} from 'node:crypto'
import {mkdtempSync, readdirSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'warraq-'))

/** The digest of every file below a folder, by its path. */
export function digestsOf(folder: string): Record<string, string> {
  const digests: Record<string, string> = {}
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true})
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const hash = createHash('sha256').update(readFileSync(path)).digest('hex')
    digests[path.slice(folder.length + 1)] = hash
  }
  return digests
}
