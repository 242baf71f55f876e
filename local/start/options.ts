import { parseArgs } from 'node:util';
import { LAST_FIRST_PORT } from '../cloud/ports.ts';

export const USAGE = `npm start -- [options]
  --once        import the sample or the demo, then exit: 0 unless an import failed
  --fresh       start from empty data
  --port N      first of the eight ports to listen on (default 7070; 0 for free ones)
  --demo        instead of the sample: two clients with 5,000 invented customers each, roles and users
  --no-sample   set nothing up and import nothing`;

const DEFAULT_PORT = 7070;

export interface StartOptions {
  readonly once: boolean;
  readonly fresh: boolean;
  readonly port: number;
  /** What is set up and imported. */
  readonly data: 'sample' | 'demo' | 'none';
}

/** Thrown for an unknown option or an invalid value. */
export class UsageError extends Error {}

/** @throws UsageError */
export function readOptions(args: string[]): StartOptions {
  const values = parse(args);
  const withoutDemo = values['no-sample'] ? 'none' : 'sample';
  const data = values.demo ? 'demo' : withoutDemo;
  return { once: values.once, fresh: values.fresh, port: readPort(values.port), data };
}

function parse(args: string[]) {
  const config = {
    args,
    allowPositionals: false,
    options: {
      once: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      port: { type: 'string', default: String(DEFAULT_PORT) },
      demo: { type: 'boolean', default: false },
      'no-sample': { type: 'boolean', default: false },
    },
  } as const;
  try {
    return parseArgs(config).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= LAST_FIRST_PORT) return port;
  throw new UsageError(`--port must be a number from 0 to ${LAST_FIRST_PORT}, not "${text}".`);
}

/** The message for a user if the start fails: the reason, or the stack trace of an unexpected error. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError) return `${error.message}\n\n${USAGE}`;
  return error.name === 'Error' ? error.message : (error.stack ?? error.message);
}
