import * as z from 'zod';
import type { ApiClient } from './client.ts';

const MeSchema = z.object({ roles: z.array(z.object({ name: z.string() })) });

/** The names of the user's roles. @throws CliError */
export async function readRoles(api: ApiClient): Promise<string[]> {
  const { body } = await api.send({ method: 'GET', path: '/me', answer: MeSchema });
  return body.roles.map(({ name }) => name);
}
