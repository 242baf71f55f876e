import type { LambdaClient } from '@aws-sdk/client-lambda';
import { describe, expect, test } from '@jest/globals';
import { mapConcurrencyArguments } from '../../../tools/deploy/map-concurrency.ts';

type Client = Pick<LambdaClient, 'send'>;

function accountWith(answer: () => Promise<unknown>) {
  const profiles: Array<string | undefined> = [];
  const clientOf = (profile: string | undefined): Client => {
    profiles.push(profile);
    return { send: answer } as unknown as Client;
  };
  return { profiles, clientOf };
}

const limited = (ConcurrentExecutions: number) => accountWith(async () => ({ AccountLimit: { ConcurrentExecutions } }));

describe('the chunks that an import runs at once', () => {
  test.each([
    [10, 5],
    [11, 5],
    [1, 1],
    [1_000, 500],
  ])('are, with %d concurrent executions of the account, %d', async (limit, chunks) => {
    const { clientOf } = limited(limit);
    expect(await mapConcurrencyArguments([], '{}', clientOf)).toEqual(['-c', `mapConcurrency=${chunks}`]);
  });

  test('are as the deployment says, whatever the account is', async () => {
    const { clientOf, profiles } = limited(10);
    expect(await mapConcurrencyArguments(['-c', 'mapConcurrency=3'], '{}', clientOf)).toEqual([]);
    expect(await mapConcurrencyArguments(['--context=mapConcurrency=3'], '{}', clientOf)).toEqual([]);
    expect(await mapConcurrencyArguments([], '{"mapConcurrency":"3"}', clientOf)).toEqual([]);
    expect(profiles).toEqual([]);
  });

  test.each([[['--profile', 'crm']], [['--profile=crm']]])('are read as %j', async (args) => {
    const { clientOf, profiles } = limited(10);
    await mapConcurrencyArguments(args, '{}', clientOf);
    expect(profiles).toEqual(['crm']);
  });

  test.each([
    async () => {
      throw new Error('AccessDenied');
    },
    async () => ({}),
  ])("must be given if the account's limit cannot be read", async (answer) => {
    const { clientOf } = accountWith(answer);
    await expect(mapConcurrencyArguments([], '{}', clientOf)).rejects.toThrow(/-c mapConcurrency=5/);
  });
});
