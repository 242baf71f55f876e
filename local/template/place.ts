/** The region and account of the embedded cloud, and the addresses of its services. */
export interface Place {
  readonly region: string;
  readonly account: string;
  /** Base addresses, without a trailing slash. */
  readonly apiUrl: string;
  readonly s3Url: string;
  readonly signInUrl: string;
  readonly consoleUrl: string;
}

export function arn({ region, account }: Place, service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

/** The host under which S3 serves a bucket. */
export function bucketHost({ region }: Place, bucketName: string): string {
  return `${bucketName}.s3.${region}.amazonaws.com`;
}
