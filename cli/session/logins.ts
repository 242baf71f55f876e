import { join } from 'node:path';
import * as z from 'zod';
import { configDir } from '../disk/config-dir.ts';
import { PrivateFile } from '../disk/private-file.ts';
import type { Terminal } from '../terminal.ts';

const LoginShape = {
  clientId: z.string(),
  user: z.string(),
  /** What the API is shown. */
  idToken: z.string(),
  /** What a new one is got for. */
  refreshToken: z.string(),
  expiresAt: z.iso.datetime(),
};

/** A login on the sign-in service's page, which the service renews. */
const BrowserLoginSchema = z.object({ ...LoginShape, console: z.string(), signIn: z.string() });
export type BrowserLogin = z.infer<typeof BrowserLoginSchema>;

/** A login with a password, which Cognito's API of the region renews. */
const PasswordLoginSchema = z.object({ ...LoginShape, region: z.string() });
export type PasswordLogin = z.infer<typeof PasswordLoginSchema>;

const LoginSchema = z.union([BrowserLoginSchema, PasswordLoginSchema]);
export type Login = z.infer<typeof LoginSchema>;

export const isBrowserLogin = (login: Login): login is BrowserLogin => 'signIn' in login;

const LoginsSchema = z.object({
  /** The stage that commands mean when they name none. */
  current: z.string().optional(),
  /** By the address of the API. */
  stages: z.record(z.string(), LoginSchema),
});

/** The deployed stages that this user is logged in to. */
export class Logins {
  readonly #file: PrivateFile<typeof LoginsSchema>;

  constructor(terminal: Pick<Terminal, 'env'>) {
    this.#file = new PrivateFile(join(configDir(terminal), 'logins.json'), LoginsSchema);
  }

  async current(): Promise<string | undefined> {
    return (await this.#read()).current;
  }

  async find(api: string): Promise<Login | undefined> {
    return (await this.#read()).stages[api];
  }

  /** Keeps what a refreshed or a new login brought. */
  async keep(api: string, login: Login, { makeCurrent }: { readonly makeCurrent: boolean }): Promise<void> {
    const { current, stages } = await this.#read();
    await this.#file.write({ current: makeCurrent ? api : current, stages: { ...stages, [api]: login } });
  }

  async forget(api: string): Promise<void> {
    const { current, stages } = await this.#read();
    const { [api]: _gone, ...others } = stages;
    await this.#file.write({ current: current === api ? undefined : current, stages: others });
  }

  async #read(): Promise<z.infer<typeof LoginsSchema>> {
    return (await this.#file.read()) ?? { stages: {} };
  }
}
