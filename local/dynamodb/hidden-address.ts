import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** An address that no page in a browser can guess: 16 million loopback addresses, and some 28,000 ports of each. */
export interface HiddenAddress {
  readonly host: string;
  readonly port: number;
}

/** Takes one of the addresses of 127.0.0.0/8, all of which are loopback on Linux, and a free port there. */
export async function hiddenAddress(): Promise<HiddenAddress> {
  // 255 would be the broadcast address, and 127.0.0.1 what everybody tries.
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
