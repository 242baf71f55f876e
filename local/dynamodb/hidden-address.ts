import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** An address that no web page can guess: 16 million loopback addresses, with some 28,000 ports each. */
export interface HiddenAddress {
  readonly host: string;
  readonly port: number;
}

/** Chooses a random address in 127.0.0.0/8, all of which are loopback on Linux, and a free port on it. */
export async function hiddenAddress(): Promise<HiddenAddress> {
  // 255 would be the broadcast address, and 127.0.0.1 is the first that a page would try.
  const host = ['127', ...Array.from({ length: 3 }, () => randomInt(1, 255))].join('.');
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error(`There is no free port on ${host}.`);
  return { host, port: address.port };
}
