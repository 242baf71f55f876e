import * as z from 'zod';
import type { FunctionConfig } from '../../functions/types.ts';
import type { ResolvedResource } from '../resolver.ts';

const FunctionSchema = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Runtime: z.literal('nodejs24.x'),
  MemorySize: z.number().default(128),
  Timeout: z.number().default(3),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).default({ Variables: {} }),
});

/** @param assets folder of a bundle by its object key */
export function readFunction(resource: ResolvedResource, assets: ReadonlyMap<string, string>): FunctionConfig {
  const properties = FunctionSchema.parse(resource.properties);
  const codeDir = assets.get(properties.Code.S3Key);
  if (codeDir === undefined) throw new Error(`The code of function ${resource.name} is not among the assets.`);
  return {
    name: resource.name,
    arn: resource.attributes.Arn ?? '',
    codeDir,
    handler: properties.Handler,
    memoryMb: properties.MemorySize,
    timeoutSeconds: properties.Timeout,
    environment: properties.Environment.Variables,
  };
}
