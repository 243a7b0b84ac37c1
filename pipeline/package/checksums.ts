import type {Description} from './description.ts'

/** The digest of every other file, as `sha256sum --check sha256sums.txt` reads it. */
export const checksums: Description = {
  name: 'checksums',
  describe: (files) => [
    {
      path: 'sha256sums.txt',
      bytes: files.map(({path, sha256}) => `${sha256}  ${path}\n`).join('')
    }
  ]
}
