import * as z from 'zod';
import { parseJson } from '../disk/private-file.ts';
import { CliError } from '../errors.ts';
import { stageAddress } from './stage.ts';

const LONGEST_REQUEST_MS = 30_000;

/** The addresses at which the terminal may wait for the browser. */
const CallbackSchema = z.url({ protocol: /^http$/, hostname: /^localhost$/ });

/** `/config.json` of a console, as the deployment writes it. */
const ConfigSchema = z.object({
  signIn: z.url(),
  terminal: z.object({
    api: z.url(),
    region: z.string(),
    client: z.string(),
    callbacks: z.array(CallbackSchema).min(1),
  }),
});

/** What a stage tells the terminal about itself. */
export interface StageConfig {
  readonly console: string;
  readonly api: string;
  readonly region: string;
  /** The terminal's id among the clients of the user pool. */
  readonly clientId: string;
  /** The base address of the sign-in service, without a slash at the end. */
  readonly signIn: string;
  readonly callbacks: readonly string[];
}

/** Reads the configuration of a stage at the address of its console. @throws CliError `console.unreachable`, `console.unknown` */
export async function readStageConfig(address: string): Promise<StageConfig> {
  const console = stageAddress(address, 'https://d111111abcdef8.cloudfront.net');
  const response = await fetch(`${console}/config.json`, { signal: AbortSignal.timeout(LONGEST_REQUEST_MS) }).catch(
    () => undefined,
  );
  if (response === undefined) {
    throw new CliError('console.unreachable', `${console} could not be reached.`, {
      advice: 'Check the address and the connection, then try again.',
    });
  }
  const config = ConfigSchema.safeParse(parseJson(await response.text()));
  if (!config.success) {
    throw new CliError('console.unknown', `${console} is not the address of a console of Switchboard.`, {
      advice: 'Use ConsoleUrl among the outputs of the deployment.',
    });
  }
  const { signIn, terminal } = config.data;
  return {
    console,
    api: stageAddress(terminal.api),
    region: terminal.region,
    clientId: terminal.client,
    signIn: stageAddress(signIn),
    callbacks: terminal.callbacks,
  };
}
