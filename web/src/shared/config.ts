/** What differs between installations. `config.json` is written at deployment, so that one build serves every stage. */
export interface ConsoleConfig {
  /** The API's address, relative to the page. */
  readonly api: string;
  /** The base address of the sign-in pages, without a final slash. */
  readonly signIn: string;
  /** The id of the console among the clients of the user pool. */
  readonly client: string;
}

/** @throws Error if the file cannot be read or lacks a setting */
export async function readConfig(): Promise<ConsoleConfig> {
  const response = await fetch('/config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`/config.json cannot be read: status ${response.status}.`);
  const config: unknown = await response.json();
  return { api: setting(config, 'api'), signIn: setting(config, 'signIn'), client: setting(config, 'client') };
}

function setting(config: unknown, name: string): string {
  const value: unknown = typeof config === 'object' && config !== null ? Reflect.get(config, name) : undefined;
  if (typeof value !== 'string' || value === '') throw new Error(`/config.json lacks the setting "${name}".`);
  return value;
}
