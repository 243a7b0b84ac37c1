import {defineRule} from './rule.ts'

/** What was found where, and what was expected there. */
export interface TableFault {
  readonly found: string
  /** ``column `text` ``, `the header`, `datapackage.json`. */
  readonly where: string
  readonly expected: string
}

const message = ({found, where, expected}: TableFault): string =>
  `Unexpected \`${found}\` in ${where}, expected ${expected}`

const fix =
  'This is a fault of warraq, not of a source: report it with the sources that bring it about.'

/** A cell, row or number of rows that is not as the registry of tables has it. */
export const tableRow = defineRule<TableFault>({
  id: 'validate/table-row',
  severity: 'error',
  title: 'Table row unlike its table',
  message,
  why: 'Programs read the tables by the types that their descriptions promise, and count on a row for each node of the trees.',
  fix,
  since: '0.1.0'
})

/** A key that two rows share, or a reference to a row that is not there. */
export const tableKey = defineRule<TableFault>({
  id: 'validate/table-key',
  severity: 'error',
  title: 'Table key shared or dangling',
  message,
  why: 'Tables are joined by their keys: one that is shared doubles rows, one that dangles loses them.',
  fix,
  since: '0.1.0'
})

/** A description of the tables that does not tell of the files as they are. */
export const packageDescription = defineRule<TableFault>({
  id: 'validate/data-package',
  severity: 'error',
  title: 'Data description unlike the data',
  message,
  why: 'Programs find, type and verify the tables by their descriptions.',
  fix,
  since: '0.1.0'
})
