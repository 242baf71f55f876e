import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import type { CodeOf } from './crm-function.ts';

/** What is kept, as the functions see it. */
export interface KeptResources {
  readonly customersTable: ITable;
  readonly controlTable: ITable;
  readonly bucket: IBucket;
}

/** The import's state machine by name: its last step starts the next import, so neither can wait for the other's ARN. */
export interface WorkflowName {
  readonly name: string;
  readonly arn: string;
  /** Every execution of it. */
  readonly executionsArn: string;
  /** Every run of a Distributed Map in it. */
  readonly mapRunsArn: string;
}

/** What every function of the import is built from. */
export interface ImportProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly kept: KeptResources;
  readonly workflow: WorkflowName;
}

export function nameWorkflow(scope: Construct, settings: Settings): WorkflowName {
  const name = `switchboard-${settings.stage}-import`;
  const arnOf = (resource: string, resourceName: string) =>
    Stack.of(scope).formatArn({
      service: 'states',
      resource,
      resourceName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  return {
    name,
    arn: arnOf('stateMachine', name),
    executionsArn: arnOf('execution', `${name}:*`),
    mapRunsArn: arnOf('execution', `${name}/*`),
  };
}
