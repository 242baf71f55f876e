/** The region and account of the embedded cloud, and the addresses of its services. */
export interface Place {
  readonly region: string;
  readonly account: string;
  /** Base address of the HTTP API, without a trailing slash. */
  readonly apiUrl: string;
}

export function arn({ region, account }: Place, service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}
