import type { Credentials } from './credentials.ts';

export interface Endpoints {
  readonly api: string;
  readonly s3: string;
  readonly dynamodb: string;
  readonly stepFunctions: string;
  readonly issuer: string;
  readonly scheduler: string;
  readonly lambda: string;
}

/**
 * What makes the ordinary SDK inside a function talk to this cloud. A service that is not here answers with an error that
 * names it: nothing in a function can reach AWS by accident.
 */
export function functionVariables(
  region: string,
  credentials: Credentials,
  endpoints: Endpoints,
): Record<string, string> {
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL: endpoints.stepFunctions,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    // The SDK puts the bucket into the path of an address that is a number, and into the host of any other.
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SFN: endpoints.stepFunctions,
    AWS_ENDPOINT_URL_SCHEDULER: endpoints.scheduler,
    AWS_ENDPOINT_URL_LAMBDA: endpoints.lambda,
  };
}
