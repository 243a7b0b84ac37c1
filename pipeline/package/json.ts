/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** JSON as we publish it: one space of indentation, a final newline. */
export const printJson = (value: JsonObject | readonly JsonObject[]): string =>
  `${JSON.stringify(value, null, 1)}\n`
