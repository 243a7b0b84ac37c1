/** The schemas of `schemas/`, compiled ahead of time by `tools/make-validators.ts`. */
export interface SchemaError {
  readonly instancePath: string
  readonly keyword: string
  readonly message?: string
  readonly params: Readonly<Record<string, unknown>>
}
export interface Validate {
  (data: unknown): boolean
  errors?: readonly SchemaError[] | null
}
export const validateArticle: Validate
export const validateAuthorities: Validate
export const validateCollection: Validate
export const validateEdition: Validate
export const validateMessage: Validate
export const validateRecord: Validate
export const validateResult: Validate
export const validateSidecar: Validate
