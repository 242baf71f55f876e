import { freePorts } from './free-ports.ts';

/** One port for each service; `--port` sets the first. */
export interface Ports {
  readonly api: number;
  readonly s3: number;
  readonly dynamodb: number;
  readonly stepFunctions: number;
  readonly issuer: number;
  readonly scheduler: number;
  readonly lambda: number;
  readonly console: number;
}

const PARTS = 8;
const LAST_PORT = 65_535;

/** The highest value for the first port. */
export const LAST_FIRST_PORT = LAST_PORT - PARTS + 1;

/** @param first the HTTP API's port, the others follow; 0 takes free ports */
export async function choosePorts(first: number): Promise<Ports> {
  const ports = first === 0 ? await freePorts(PARTS) : Array.from({ length: PARTS }, (_, index) => first + index);
  const [api = 0, s3 = 0, dynamodb = 0, stepFunctions = 0, issuer = 0, scheduler = 0, lambda = 0, console = 0] = ports;
  return { api, s3, dynamodb, stepFunctions, issuer, scheduler, lambda, console };
}
