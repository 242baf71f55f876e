import { join } from 'node:path';
import * as z from 'zod';
import { parseJson, readIfThere } from '../disk/private-file.ts';
import { CliError } from '../errors.ts';
import { PROGRAM } from '../program-name.ts';
import type { Terminal } from '../terminal.ts';

const CHECKOUT = join(import.meta.dirname, '../..');
/** The default addresses of `npm start`. */
const USUAL = { api: 'http://127.0.0.1:7070', issuer: 'http://127.0.0.1:7074' };
/** The issuer takes the port of the API plus this. */
const ISSUER_AFTER_API = 4;

const EndpointsSchema = z.object({ api: z.string(), issuer: z.string() });
export type EmbeddedEndpoints = z.infer<typeof EndpointsSchema>;

/** Where the embedded cloud of this checkout listens, as it wrote down when it booted. */
export async function embeddedEndpoints({ env }: Pick<Terminal, 'env'>): Promise<EmbeddedEndpoints> {
  const folder = env.SWITCHBOARD_DATA_DIR || join(CHECKOUT, '.local');
  const text = await readIfThere(join(folder, 'endpoints.json'));
  return (text === undefined ? undefined : EndpointsSchema.safeParse(parseJson(text)).data) ?? USUAL;
}

/** The issuer that belongs to an API on this machine. */
export function issuerOf(api: string, endpoints: EmbeddedEndpoints): string {
  if (api === endpoints.api) return endpoints.issuer;
  const address = new URL(api);
  return `http://${address.hostname}:${Number(address.port) + ISSUER_AFTER_API}`;
}

const TokenSchema = z.object({ access_token: z.string() });

/** An administrator's token of the embedded cloud, which asks nobody on this machine for a password. */
export async function embeddedToken(issuer: string): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    // Without a user the token is the administrator's.
    body: '{}',
  }).catch(() => undefined);
  if (response === undefined) throw notRunning();
  return TokenSchema.parse(await response.json()).access_token;
}

export const notRunning = (): CliError =>
  new CliError('api.unreachable', 'The embedded cloud is not running on this machine.', {
    advice: `Start it with: npm start\nFor a deployed stage, log in first: ${PROGRAM} login --help`,
  });
