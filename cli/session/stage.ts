import { CliError, usageError } from '../errors.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The address of an API in the form by which logins are kept: no path, no slash at the end. @throws CliError */
export function stageAddress(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) {
    throw usageError(
      `"${text}" is not the address of an API.`,
      'Example: https://abc123.execute-api.eu-west-1.amazonaws.com',
    );
  }
  if (address.protocol === 'http:' && !isOnThisMachine(address.origin)) {
    throw new CliError('api.insecure', `${address.origin} is not encrypted: the login could be read in transit.`, {
      advice: `Use https://${address.host}`,
    });
  }
  return address.origin;
}

/** Whether an address is the embedded cloud's rather than a deployed stage's. */
export const isOnThisMachine = (origin: string): boolean => LOOPBACK.includes(new URL(origin).hostname);

/** The region that API Gateway's own host names hold; undefined for a domain of one's own. */
export function regionOf(origin: string): string | undefined {
  return /\.execute-api\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?$/.exec(new URL(origin).hostname)?.[1];
}
