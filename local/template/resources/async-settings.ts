import * as z from 'zod';
import type { ResolvedResource } from '../resolver.ts';

/** How often and for how long an asynchronous invocation is retried, and its destination after the last failure. */
export interface AsyncSettings {
  readonly maxRetries: number;
  readonly maxAgeSeconds: number;
  readonly deadLetterQueueArn: string | undefined;
  /** Name of the function that receives the record of a failed invocation. */
  readonly onFailureFunction: string | undefined;
}

const DestinationSchema = z.strictObject({ Destination: z.string() });

const InvokeConfigSchema = z.strictObject({
  FunctionName: z.string(),
  Qualifier: z.literal('$LATEST').default('$LATEST'),
  MaximumRetryAttempts: z.int().min(0).max(2).optional(),
  MaximumEventAgeInSeconds: z.int().min(60).max(21_600).optional(),
  DestinationConfig: z.strictObject({ OnFailure: DestinationSchema.optional() }).optional(),
});
type InvokeConfig = z.infer<typeof InvokeConfigSchema>;

const DeadLettersSchema = z.object({ DeadLetterConfig: z.object({ TargetArn: z.string() }).optional() });

/** The defaults of Lambda. */
const DEFAULT_RETRIES = 2;
const DEFAULT_AGE_SECONDS = 6 * 3600;

/**
 * Reads the settings of every function, by name.
 * @throws Error that names a configuration of an unknown function, or a destination that is not a Lambda function
 */
export function readAsyncSettings(
  functions: readonly ResolvedResource[],
  invokeConfigs: readonly ResolvedResource[],
): ReadonlyMap<string, AsyncSettings> {
  const names = new Map(
    functions.flatMap(({ name, attributes }) => [name, attributes.Arn ?? ''].map((id) => [id, name])),
  );
  const configs = new Map(invokeConfigs.map((resource) => readInvokeConfig(resource, names)));
  return new Map(functions.map((resource) => [resource.name, settingsOf(resource, configs.get(resource.name), names)]));
}

function readInvokeConfig(
  { logicalId, properties }: ResolvedResource,
  names: ReadonlyMap<string, string>,
): [functionName: string, config: InvokeConfig] {
  const parsed = InvokeConfigSchema.safeParse(properties);
  if (!parsed.success) {
    throw new Error(`The EventInvokeConfig ${logicalId} cannot run here:\n${z.prettifyError(parsed.error)}`);
  }
  const name = names.get(parsed.data.FunctionName);
  if (name === undefined) {
    throw new Error(`The EventInvokeConfig ${logicalId} is for the unknown function ${parsed.data.FunctionName}.`);
  }
  return [name, parsed.data];
}

function settingsOf(
  { name, properties }: ResolvedResource,
  config: InvokeConfig | undefined,
  names: ReadonlyMap<string, string>,
): AsyncSettings {
  const destination = config?.DestinationConfig?.OnFailure?.Destination;
  const onFailureFunction = destination === undefined ? undefined : names.get(destination);
  if (destination !== undefined && onFailureFunction === undefined) {
    throw new Error(
      `Function ${name} has the on-failure destination ${destination}; the embedded cloud supports only Lambda functions of the template as destinations.`,
    );
  }
  return {
    maxRetries: config?.MaximumRetryAttempts ?? DEFAULT_RETRIES,
    maxAgeSeconds: config?.MaximumEventAgeInSeconds ?? DEFAULT_AGE_SECONDS,
    deadLetterQueueArn: DeadLettersSchema.parse(properties).DeadLetterConfig?.TargetArn,
    onFailureFunction,
  };
}
