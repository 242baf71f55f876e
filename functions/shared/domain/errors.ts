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
