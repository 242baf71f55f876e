import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import {
  CONTROL_TABLE_SHAPE,
  CUSTOMERS_TABLE_SHAPE,
  SEARCH_TABLE_SHAPE,
} from '../../functions/shared/dynamodb/tables.ts';
import { addDataBucket } from '../constructs/data-bucket.ts';
import { addDocumentScan } from '../constructs/document-scan.ts';
import { addDocumentsBucket } from '../constructs/documents-bucket.ts';
import { addShapedTable } from '../constructs/shaped-table.ts';
import type { Settings } from '../settings.ts';

/** The stateful resources: the tables of customers, control items and the search index, and the buckets of files and of documents. */
export class DataStack extends Stack {
  readonly customersTable: TableV2;
  readonly controlTable: TableV2;
  readonly searchTable: TableV2;
  readonly bucket: Bucket;
  readonly documentsBucket: Bucket;

  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { settings: Settings }) {
    super(scope, id, props);
    this.customersTable = addShapedTable(this, 'CustomersTable', CUSTOMERS_TABLE_SHAPE, settings);
    this.controlTable = addShapedTable(this, 'ControlTable', CONTROL_TABLE_SHAPE, settings);
    this.searchTable = addShapedTable(this, 'SearchTable', SEARCH_TABLE_SHAPE, settings);
    this.bucket = addDataBucket(this, 'DataBucket', settings);
    this.documentsBucket = addDocumentsBucket(this, 'DocumentsBucket', settings);
    if (settings.scanDocuments) addDocumentScan(this, this.documentsBucket);

    new CfnOutput(this, 'CustomersTableName', { value: this.customersTable.tableName });
    new CfnOutput(this, 'ControlTableName', { value: this.controlTable.tableName });
    new CfnOutput(this, 'SearchTableName', { value: this.searchTable.tableName });
    new CfnOutput(this, 'DataBucketName', { value: this.bucket.bucketName });
    new CfnOutput(this, 'DocumentsBucketName', { value: this.documentsBucket.bucketName });
  }
}
