import { createServer } from 'node:net';
import { LOOPBACK } from '../http/server.ts';
import type { Ports } from './ports.ts';

/** @throws Error that names the first port on which another program listens */
export async function checkPorts(ports: Ports): Promise<void> {
  for (const [port, part] of namedPorts(ports)) {
    if (await isFree(port)) continue;
    throw new Error(
      `Port ${port} for ${part} is used by another program. Choose other ports with --port N (N to N+7 are used).`,
    );
  }
}

function namedPorts({
  api,
  s3,
  dynamodb,
  stepFunctions,
  issuer,
  scheduler,
  lambda,
  console,
}: Ports): [number, string][] {
  return [
    [api, 'the HTTP API'],
    [s3, 'S3'],
    [dynamodb, 'DynamoDB'],
    [stepFunctions, 'Step Functions'],
    [issuer, 'the token issuer'],
    [scheduler, 'EventBridge Scheduler'],
    [lambda, 'Lambda'],
    [console, 'the console'],
  ];
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, LOOPBACK, () => server.close(() => resolve(true)));
  });
}
