import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Settings } from '../settings.ts';
import type { CodeOf } from './crm-function.ts';
import type { WorkflowName } from './workflow.ts';

/** The resources that hold data. */
export interface StatefulResources {
  readonly customersTable: ITable;
  readonly controlTable: ITable;
  readonly searchTable: ITable;
  readonly bucket: IBucket;
  /** The files of documents; only functions of documents use it. */
  readonly documentsBucket: IBucket;
}

/** The inputs of all functions of the import. */
export interface ImportProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly stateful: StatefulResources;
  readonly workflow: WorkflowName;
  /** The state machine of the jobs that write search indexes. */
  readonly indexJobs: WorkflowName;
}
