import * as z from 'zod';

/** The kind of a rejection; the HTTP edge maps each kind to one status. */
export type ErrorKind =
  | 'invalid'
  | 'too-large'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'precondition-failed'
  | 'precondition-required'
  | 'unprocessable'
  | 'too-many-requests'
  | 'unavailable';

/** One fault of a request, and its place. */
export const ViolationSchema = z
  .strictObject({
    pointer: z.string().meta({
      description: 'JSON pointer into the body, the query or the path parameters.',
      example: '/fields/3/maxLength',
    }),
    code: z.string().meta({ description: 'For a program; never changes.', example: 'input.too-big' }),
    detail: z.string().meta({ description: 'For a person.' }),
  })
  .meta({ id: 'Violation' });
export type Violation = Readonly<z.infer<typeof ViolationSchema>>;

/** One field of an update that is based on an older version: what it was, what it is now, and what the update sets. */
export const FieldConflictSchema = z
  .strictObject({
    code: z.string().meta({ description: 'Of the field.', example: 'P011' }),
    base: z.string().nullable().optional().meta({
      description:
        'The value that you read; null for none. Absent if it is not known any more, such as after an import.',
    }),
    theirs: z.string().nullable().meta({ description: 'The value now.' }),
    yours: z.string().nullable().meta({ description: 'The value of your update.' }),
  })
  .meta({ id: 'FieldConflict' });
export type FieldConflict = Readonly<z.infer<typeof FieldConflictSchema>>;

/**
 * A rejection that a caller can understand and act on. `code` is stable (`account.not-found`); clients may branch on
 * it. Any other error is a defect or an outage.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly kind: ErrorKind;
  readonly code: string;
  readonly violations: readonly Violation[];

  constructor(kind: ErrorKind, code: string, message: string, violations: readonly Violation[] = []) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.violations = violations;
  }
}

/** An update that is based on an older version, with the sides of each field. */
export class ConflictError extends DomainError {
  readonly etag: string;
  readonly conflicts: readonly FieldConflict[];

  /** @param etag of the version that is stored now */
  constructor(code: string, message: string, etag: string, conflicts: readonly FieldConflict[]) {
    super('precondition-failed', code, message);
    this.etag = etag;
    this.conflicts = conflicts;
  }
}
