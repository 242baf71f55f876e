import type { Credentials } from './credentials.ts';

export interface Endpoints {
  readonly api: string;
  readonly s3: string;
  readonly dynamodb: string;
  readonly stepFunctions: string;
  readonly issuer: string;
  readonly scheduler: string;
  readonly lambda: string;
  readonly console: string;
}

/**
 * Points the SDK inside a function to this cloud. A service that the cloud lacks answers with an error that names it, so that
 * a function never reaches AWS by accident.
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
    // The SDK puts the bucket into the path if the host is an IP address, and into the host name otherwise.
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SFN: endpoints.stepFunctions,
    AWS_ENDPOINT_URL_SCHEDULER: endpoints.scheduler,
    AWS_ENDPOINT_URL_LAMBDA: endpoints.lambda,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoints.issuer,
  };
}
