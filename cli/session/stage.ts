import { CliError, usageError } from '../errors.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const LIKE_AN_API = 'https://abc123.execute-api.eu-west-1.amazonaws.com';

/**
 * The address of an API or a console in the form by which logins are stored: no path, no slash at the end.
 * @param like an example of the address, for the message
 * @throws CliError `usage`, `api.insecure`
 */
export function stageAddress(text: string, like = LIKE_AN_API): string {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) {
    throw usageError(`"${text}" is not the address of a stage.`, `Example: ${like}`);
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
