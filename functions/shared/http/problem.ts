import { STATUS_CODES } from 'node:http';
import * as z from 'zod';
import {
  ConflictError,
  DomainError,
  type ErrorKind,
  FieldConflictSchema,
  type Violation,
  ViolationSchema,
} from '../domain/errors.ts';

/** An error in an answer: RFC 9457, with a stable `code` and a pointer to each wrong field. */
export const ProblemSchema = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string().meta({ description: 'What the status means, in words.' }),
  status: z.int().min(400).max(599),
  detail: z.string().meta({ description: 'What is wrong, for a person.' }),
  code: z.string().meta({ description: 'What is wrong, for a program; never changes.', example: 'account.not-found' }),
  requestId: z.string().meta({ description: 'Names the request in the log of the API.' }),
  errors: z.array(ViolationSchema).optional(),
  etag: z.string().optional().meta({ description: 'With `conflicts`: the ETag of the version that is stored now.' }),
  conflicts: z.array(FieldConflictSchema).optional().meta({
    description: 'The fields of a rejected update of a customer, as they were, are and would be.',
  }),
});
export type Problem = z.infer<typeof ProblemSchema>;

const STATUS_OF: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  'too-large': 413,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'precondition-failed': 412,
  unprocessable: 422,
  'precondition-required': 428,
  'too-many-requests': 429,
  unavailable: 503,
};

type WithoutId = Omit<Problem, 'requestId'>;

function problem(status: number, code: string, detail: string, violations: readonly Violation[] = []): WithoutId {
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    code,
    ...(violations.length > 0 && { errors: violations.map((violation) => ({ ...violation })) }),
  };
}

/** The errors of the JSON body parser: they have a status, and messages that are not for clients. */
const MiddlewareErrorSchema = z.object({ statusCode: z.int().min(400).max(499) });

const UNSUPPORTED_MEDIA_TYPE = 415;
const NOT_JSON = problem(
  UNSUPPORTED_MEDIA_TYPE,
  'body.not-json',
  'The body must be JSON, with Content-Type: application/json.',
);

/** The middleware answers 422 for malformed JSON; 400 is right. */
const MALFORMED = problem(400, 'body.malformed', 'The body is not well-formed JSON.');

const FAILED = problem(
  500,
  'internal',
  'The server failed to process the request. Try again; if it fails again, report the requestId.',
);

/** Converts an error to a problem. Of an error that is not a rejection nothing is returned to the client. */
export function toProblem(error: unknown, requestId: string): Problem {
  return { ...problemOf(error), requestId };
}

function problemOf(error: unknown): WithoutId {
  if (error instanceof DomainError) {
    const rejected = problem(STATUS_OF[error.kind], error.code, error.message, error.violations);
    if (!(error instanceof ConflictError)) return rejected;
    return { ...rejected, etag: error.etag, conflicts: error.conflicts.map((conflict) => ({ ...conflict })) };
  }
  const middleware = MiddlewareErrorSchema.safeParse(error);
  if (!middleware.success) return FAILED;
  return middleware.data.statusCode === UNSUPPORTED_MEDIA_TYPE ? NOT_JSON : MALFORMED;
}
