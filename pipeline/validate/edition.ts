import {VFile} from 'vfile'
import {messagesOf, reportTo} from '../diagnostics/report.ts'
import type {Message} from '../tree/types.ts'
import {dataPackageGate} from './data-package.ts'
import type {EditionFiles, EditionGate} from './edition-gate.ts'
import {pageGate} from './pages.ts'

/**
 * The checks of the whole edition, in the order they are made. Tables and corpus are checked article by
 * article, before they are gathered.
 */
const editionGates: readonly EditionGate[] = [dataPackageGate, pageGate]

/** Holds the written files of an edition against its trees. @returns what is wrong with them */
export async function checkEdition(
  made: Omit<EditionFiles, 'report'>
): Promise<Message[]> {
  const file = new VFile()
  const report = reportTo(file)
  for (const gate of editionGates) await gate.check({...made, report})
  return messagesOf(file)
}
