import {rememberLast} from '../tree/remember.ts'

/** What JSON can hold. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | {readonly [key: string]: Json}

/** An object of JSON. */
export type JsonObject = {readonly [key: string]: Json}

export const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** What a text of JSON holds: the graph of an article, and what its page has of it. @throws SyntaxError */
export const parseJson: (text: string) => Json = rememberLast(
  (text) => JSON.parse(text),
  2
)
