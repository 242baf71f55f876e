import * as z from 'zod';
import { CliError } from '../errors.ts';
import type { ApiClient } from './client.ts';

/** The error that names the accounts that do not exist. */
function unknownAccounts(prefixes: readonly string[]): CliError {
  const message =
    prefixes.length === 1
      ? `There is no account ${prefixes.join()}.`
      : `These accounts do not exist: ${prefixes.join(', ')}.`;
  return new CliError('account.not-found', message);
}

async function exists(api: ApiClient, prefix: string): Promise<boolean> {
  const path = `/accounts/${encodeURIComponent(prefix)}`;
  try {
    await api.send({ method: 'GET', path, answer: z.looseObject({}) });
    return true;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    if (error.code === 'account.not-found') return false;
    // The API says 403 only for an account that exists, or to a caller who may not know which exist.
    if (error.code === 'access.forbidden') return true;
    throw error;
  }
}

/** @throws CliError `account.not-found` */
export async function requireAccounts(api: ApiClient, prefixes: readonly string[]): Promise<void> {
  const found = await Promise.all(prefixes.map((prefix) => exists(api, prefix)));
  const missing = prefixes.filter((_, index) => !found[index]);
  if (missing.length > 0) throw unknownAccounts(missing);
}
