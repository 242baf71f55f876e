import { createServer } from 'node:net';
import { LOOPBACK } from '../http/server.ts';
import type { Ports } from './ports.ts';

/** @throws Error that names the first port which another program listens on */
export async function checkPorts(ports: Ports): Promise<void> {
  for (const [part, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    throw new Error(
      `Port ${port}, which the ${part} part needs, is taken by another program. Choose others with --port N (N to N+4 are used).`,
    );
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, LOOPBACK, () => server.close(() => resolve(true)));
  });
}
