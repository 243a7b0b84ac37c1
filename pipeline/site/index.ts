import type {AnyOutput} from '../write/output.ts'
import {articlePage} from './article.ts'
import {citationFiles} from './citation-files.ts'
import {collectionPages} from './collection.ts'
import {feeds} from './feeds.ts'
import {homePage} from './home.ts'
import {howPage} from './how.ts'
import {notFoundPage} from './not-found.ts'
import {openSearchDescription} from './open-search.ts'
import {peoplePages} from './people.ts'
import {articlePicture} from './picture.ts'
import {proofPage} from './proof.ts'
import {searchIndex} from './search-index.ts'
import {searchText} from './search-text.ts'

/** Every kind of page that is made from articles, in the order they are written. */
export const pages: readonly AnyOutput[] = [
  articlePage,
  articlePicture,
  citationFiles,
  proofPage,
  searchText,
  homePage,
  peoplePages,
  collectionPages,
  howPage,
  searchIndex,
  openSearchDescription,
  notFoundPage,
  feeds
]
