const LOOPBACK_HOST = /^(?:(?:[a-z0-9.-]+\.)?localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

export function isLoopbackHost(host: string): boolean {
  return LOOPBACK_HOST.test(host);
}

/** Whether a page that was loaded from this store itself sends the request. */
export function isOwnOrigin(origin: string, host: string): boolean {
  return origin === `http://${host}`;
}
