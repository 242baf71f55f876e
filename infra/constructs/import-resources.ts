import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import type { CodeOf } from './crm-function.ts';

/** The resources that hold data. */
export interface StatefulResources {
  readonly customersTable: ITable;
  readonly controlTable: ITable;
  readonly bucket: IBucket;
}

/** The name of the import's state machine. Its last step starts the next import, so neither can depend on the other's ARN. */
export interface WorkflowName {
  readonly name: string;
  readonly arn: string;
  /** Matches every execution of it. */
  readonly executionsArn: string;
  /** Matches every run of a Distributed Map in it. */
  readonly mapRunsArn: string;
}

/** The inputs of all functions of the import. */
export interface ImportProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly stateful: StatefulResources;
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
