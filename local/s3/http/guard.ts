import { S3Error } from '../errors.ts';

const LOOPBACK_HOST = /^(?:(?:[a-z0-9.-]+\.)?localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * Rejects requests from web pages. A page of another site can send requests to a loopback port; the browser then sends the
 * page's origin. A page whose host name points to 127.0.0.1 (DNS rebinding) sends that name in Host.
 * @throws S3Error AccessDenied
 */
export function rejectForeignPages(headers: ReadonlyMap<string, string>): void {
  const host = headers.get('host') ?? '';
  if (!LOOPBACK_HOST.test(host)) throw new S3Error('AccessDenied', 'This store answers only on loopback host names.');
  const origin = headers.get('origin');
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new S3Error('AccessDenied', 'Requests from web pages of another origin are rejected.');
  }
}
