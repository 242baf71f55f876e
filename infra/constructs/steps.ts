import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import { STEP_MEMORY_MEGABYTES } from '../../functions/shared/domain/step-memory.ts';
import type { Settings } from '../settings.ts';
import { type CodeOf, CrmFunction, type EnvSchema } from './crm-function.ts';
import * as may from './permissions.ts';

/** A step's chunk takes at most 3 minutes at a quarter of the measured speed; another minute is for retries in the step. */
const STEP_TIMEOUT_SECONDS = 240;

/** The access of a step to objects. In addition each step writes its metering, and most steps their results, under `work/`. */
export interface StepObjects {
  readonly reads: readonly may.Objects[];
  readonly writes?: readonly may.Objects[];
  /** Objects whose open multipart uploads the step lists. */
  readonly finds?: readonly may.Objects[];
}

interface StepsProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly bucket: IBucket;
  /** The first word of each description, for example `Import`. */
  readonly workflow: string;
}

/** Adds the function of one Task state. The name of its bundle is `step-<name>`. */
export type AddStep = <Schema extends EnvSchema>(
  name: string,
  description: string,
  schema: Schema,
  environment: z.input<Schema>,
  objects: StepObjects,
  permissions?: readonly PolicyStatement[],
  timeoutSeconds?: number,
) => IFunction;

/** Returns what adds the functions of the Task states of one workflow. */
export function stepAdder(scope: Construct, { settings, codeOf, bucket, workflow }: StepsProps): AddStep {
  return (name, description, schema, environment, objects, permissions = [], timeoutSeconds = STEP_TIMEOUT_SECONDS) =>
    new CrmFunction(scope, `Step-${name}`, {
      bundle: `step-${name}`,
      description: `${workflow} step: ${description}`,
      schema,
      environment,
      permissions: [
        ...may.readObjects(bucket, objects.reads),
        ...may.writeObjects(bucket, [...(objects.writes ?? []), may.OBJECTS.work]),
        ...(objects.finds ? may.findUploads(bucket, objects.finds) : []),
        ...permissions,
      ],
      codeOf,
      memoryMegabytes: STEP_MEMORY_MEGABYTES,
      timeoutSeconds,
      settings,
    }).lambda;
}
