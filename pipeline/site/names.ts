import {remember} from '../tree/remember.ts'
import type {Entity} from '../tree/types.ts'
import {type Html, html} from './html.ts'
import type {Interface} from './words.ts'

type Named = Pick<Entity, 'name' | 'language' | 'names'>

/** The name of somebody or something in the language of the page, where it has one. */
export function nameFor(
  entity: Named,
  {tag}: Interface
): {value: string; language: string} {
  const own = entity.names.find(({language}) => language.split('-')[0] === tag)
  return own ?? {value: entity.name, language: entity.language}
}

/** The same, kept apart from the words around it. */
export function nameIn(entity: Named, ui: Interface): Html {
  const {value, language} = nameFor(entity, ui)
  return html`<bdi${language === ui.tag ? null : html` lang="${language}"`}>${value}</bdi>`
}

/** The name of a language in the language of the page. @see CLDR, through Intl.DisplayNames */
export const languageName = (tag: string, {tag: ui}: Interface): string =>
  languageNames(ui).of(tag) ?? tag

const languageNames = remember((ui) => new Intl.DisplayNames(ui, {type: 'language'}))
