import { GetAccountSettingsCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';

const SETTING = 'mapConcurrency';
/** The other half serves the API, starts of imports, and imports of other tables. */
const SHARE_OF_IMPORTS = 0.5;

const ContextFileSchema = z.record(z.string(), z.unknown());
const AccountSettingsSchema = z.object({ AccountLimit: z.object({ ConcurrentExecutions: z.int().min(1) }) });

/**
 * The arguments that give an import half of the account's concurrency; none if the setting is given already.
 * @param contextFile content of cdk.context.json
 * @throws Error if the account's limit cannot be read
 */
export async function mapConcurrencyArguments(
  args: readonly string[],
  contextFile: string,
  clientOf: (profile: string | undefined) => Pick<LambdaClient, 'send'>,
): Promise<string[]> {
  const isGiven = args.some((each) => each.split('=').some((part) => part === SETTING));
  if (isGiven || SETTING in ContextFileSchema.parse(JSON.parse(contextFile))) return [];
  const limit = await concurrencyLimit(clientOf(profileOf(args)));
  return ['-c', `${SETTING}=${Math.max(1, Math.floor(limit * SHARE_OF_IMPORTS))}`];
}

async function concurrencyLimit(client: Pick<LambdaClient, 'send'>): Promise<number> {
  try {
    const settings = await client.send(new GetAccountSettingsCommand({}));
    return AccountSettingsSchema.parse(settings).AccountLimit.ConcurrentExecutions;
  } catch (cause) {
    const reason = `Reading the account's concurrency limit from AWS Lambda failed (lambda:GetAccountSettings). Check the credentials and AWS_REGION, or give the number of chunks that an import may run at once: -c ${SETTING}=5`;
    throw new Error(reason, { cause });
  }
}

/** `--profile name` or `--profile=name`, as in the CDK. */
function profileOf(args: readonly string[]): string | undefined {
  const index = args.findIndex((each) => each === '--profile' || each.startsWith('--profile='));
  return index === -1 ? undefined : (args[index]?.split('=')[1] ?? args[index + 1]);
}
