import type {Report} from '../diagnostics/report.ts'
import type {Edition} from '../source/types.ts'
import type {Article} from '../tree/types.ts'

/** Everything that was made of one article. */
export interface ArticleFiles {
  readonly article: Article
  readonly edition: Edition
  /** Text of each file by its path below `dist/`. */
  readonly files: ReadonlyMap<string, string>
  readonly report: Report
  /** Takes a link that leads out of the folder of the article. */
  onLink?(link: PageLink): void
}

/** A link on a page, as it stands there. */
export interface PageLink {
  /** Below `dist/`. */
  readonly page: string
  readonly link: string
}

/** A check of what was made of one article; each fault it reports is an error in the build report. */
export interface ArticleGate {
  readonly name: string
  check(made: ArticleFiles): Promise<void> | void
}
