import { spawn } from 'node:child_process';

type Env = Readonly<Record<string, string | undefined>>;

/** The program that opens an address, with its arguments; undefined where there is no desktop. */
export function openerOf(platform: NodeJS.Platform, env: Env): readonly string[] | undefined {
  // Desktops in containers and remote editors name their own program.
  if (env.BROWSER) return [env.BROWSER];
  // With `start` the command interpreter would take the `&` of an address for its own.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  // The browser of the other machine could not reach this one.
  if (env.SSH_CONNECTION) return undefined;
  if (platform === 'darwin') return ['open'];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}

/** Opens an address in the user's browser. Returns whether there is a program that does. */
export function openBrowser(address: string, env: Env): Promise<boolean> {
  const [program, ...options] = openerOf(process.platform, env) ?? [];
  if (program === undefined) return Promise.resolve(false);
  const child = spawn(program, [...options, address], { detached: true, stdio: 'ignore' });
  child.unref();
  return new Promise((resolve) => child.once('spawn', () => resolve(true)).once('error', () => resolve(false)));
}
