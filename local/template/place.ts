/** Where the cloud pretends to be, and under which addresses its parts answer. */
export interface Place {
  readonly region: string;
  readonly account: string;
  /** Base address of the HTTP API, without a slash at the end. */
  readonly apiUrl: string;
}

export function arn({ region, account }: Place, service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}
