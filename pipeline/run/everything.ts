import {pages} from '../site/index.ts'
import {buildReport} from '../site/report.ts'
import {outputs} from '../write/index.ts'
import type {AnyOutput} from '../write/output.ts'
import {twins} from './filters.ts'
import {tables} from './tables.ts'

/** Every output, in the order they are written. */
export const everything: readonly AnyOutput[] = [
  ...outputs,
  ...pages,
  tables,
  twins,
  buildReport
]
