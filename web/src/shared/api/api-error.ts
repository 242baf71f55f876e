import type { components } from './schema.ts';

export type Problem = components['schemas']['Problem'];
export type Violation = components['schemas']['Violation'];

/** An answer of the API that is not a success, or no answer at all. */
export class ApiError extends Error {
  /** The HTTP status; 0 if the API could not be reached. */
  readonly status: number;
  /** For a program; undefined if API Gateway answered by itself. */
  readonly code: string | undefined;
  readonly violations: readonly Violation[];
  /** Finds the request in the API's log. */
  readonly requestId: string | undefined;

  constructor(
    status: number,
    message: string,
    details: Pick<Partial<ApiError>, 'code' | 'violations' | 'requestId'> = {},
  ) {
    super(message);
    this.status = status;
    this.code = details.code;
    this.violations = details.violations ?? [];
    this.requestId = details.requestId;
  }

  get isOffline(): boolean {
    return this.status === 0;
  }
}

export const offlineError = (): ApiError =>
  new ApiError(0, 'Switchboard cannot be reached. Check the network connection and try again.');

/** @param body a problem of the API, `{message}` of API Gateway, or something that is neither */
export function apiErrorOf(response: Response, body: unknown): ApiError {
  const requestId = response.headers.get('apigw-requestid') ?? undefined;
  if (isProblem(body)) {
    return new ApiError(response.status, body.detail, { code: body.code, violations: body.errors ?? [], requestId });
  }
  return new ApiError(
    response.status,
    GATEWAY_MESSAGES[response.status] ?? `The API answered with status ${response.status}.`,
    {
      requestId,
    },
  );
}

const GATEWAY_MESSAGES: Readonly<Record<number, string>> = {
  401: 'Your session is not valid. Sign in again.',
  403: 'You do not have access to this page.',
  404: 'The API does not know this address.',
  413: 'The request is too large.',
  429: 'There are too many requests at the moment. Wait a few seconds and try again.',
  500: 'Something failed in Switchboard. Try again; if it fails again, report the request id.',
  503: 'Switchboard is not available at the moment. Wait a few seconds and try again.',
};

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && typeof Reflect.get(body, 'detail') === 'string';
}
