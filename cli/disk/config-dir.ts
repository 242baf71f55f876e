import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Terminal } from '../terminal.ts';

/** The folder of this user's logins and unfinished uploads; `SWITCHBOARD_CONFIG_DIR` selects another. */
export function configDir({ env }: Pick<Terminal, 'env'>): string {
  if (env.SWITCHBOARD_CONFIG_DIR) return env.SWITCHBOARD_CONFIG_DIR;
  if (process.platform === 'win32' && env.APPDATA) return join(env.APPDATA, 'switchboard');
  return join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config'), 'switchboard');
}
