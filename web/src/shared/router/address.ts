/**
 * An address as a path in the console; the start page if the browser would take it for an address elsewhere. The path of
 * `https://console.example//host/` is `//host/`, which alone is an address of another host.
 * @param origin of the console
 */
export function addressInConsole(address: string, origin: string): string {
  if (!URL.canParse(address, origin)) return '/';
  const url = new URL(address, origin);
  return url.origin === origin ? url.pathname + url.search : '/';
}
