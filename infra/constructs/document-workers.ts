import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { DocumentFilesEnvSchema } from '../../functions/documents/env.ts';
import type { Settings } from '../settings.ts';
import type { CodeOf } from './crm-function.ts';
import { EventFunction } from './event-function.ts';
import * as may from './permissions.ts';

interface DocumentWorkersProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly customersTable: ITable;
  readonly documentsBucket: IBucket;
}

const MEMORY_MEGABYTES = 256;
/** Some ten files a second; the next run goes on. */
const REMOVE_SECONDS = 300;
const SCAN_SECONDS = 30;
/** The files of a deleted customer stay at most this much longer. Nobody can open them in the meantime. */
const INTERVAL = Duration.minutes(5);

/** Removes files of deleted documents and of uploads that were not completed, and records what scans have found. */
export function addDocumentWorkers(
  scope: Construct,
  { settings, codeOf, customersTable, documentsBucket }: DocumentWorkersProps,
): void {
  const common = {
    ...{ settings, codeOf, schema: DocumentFilesEnvSchema, memoryMegabytes: MEMORY_MEGABYTES },
    environment: { CUSTOMERS_TABLE: customersTable.tableName, DOCUMENTS_BUCKET: documentsBucket.bucketName },
  };
  new EventFunction(scope, 'RemoveDocuments', {
    ...common,
    bundle: 'remove-documents',
    description: 'Removes the files of deleted documents, and of uploads that were not completed',
    permissions: [...may.removeDocuments(customersTable), ...may.removeDocumentFiles(documentsBucket)],
    timeoutSeconds: REMOVE_SECONDS,
    trigger: { schedule: Schedule.rate(INTERVAL) },
  });
  if (!settings.scanDocuments) return;
  new EventFunction(scope, 'RecordScan', {
    ...common,
    bundle: 'record-scan',
    description: 'Records what a scan for malware has found in a document',
    permissions: may.recordScans(customersTable),
    timeoutSeconds: SCAN_SECONDS,
    trigger: {
      eventPattern: {
        source: ['aws.guardduty'],
        detailType: ['GuardDuty Malware Protection Object Scan Result'],
        detail: { s3ObjectDetails: { bucketName: [documentsBucket.bucketName] } },
      },
    },
  });
}
