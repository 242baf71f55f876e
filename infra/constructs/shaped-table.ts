import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { IndexShape, TableShape } from '../../functions/shared/dynamodb/tables.ts';
import type { Settings } from '../settings.ts';

/** A table on demand, with point-in-time recovery unless its items are derived, with the keys and indexes that the functions use. */
export function addShapedTable(scope: Construct, id: string, shape: TableShape, settings: Settings): TableV2 {
  return new TableV2(scope, id, {
    partitionKey: stringKey(shape.partitionKey),
    sortKey: stringKey(shape.sortKey),
    globalSecondaryIndexes: shape.indexes.map(toIndex),
    ...(shape.timeToLiveAttribute !== undefined && { timeToLiveAttribute: shape.timeToLiveAttribute }),
    billing: Billing.onDemand(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: shape.isDerived !== true },
    // A customer-managed key costs money for every request, and protects against no principal whom IAM allows.
    encryption: TableEncryptionV2.dynamoOwnedKey(),
    deletionProtection: settings.deletionProtection,
    removalPolicy: settings.removalPolicy,
  });
}

function toIndex(index: IndexShape): GlobalSecondaryIndexPropsV2 {
  return {
    indexName: index.name,
    partitionKey: stringKey(index.partitionKey),
    sortKey: stringKey(index.sortKey),
    projectionType: ProjectionType[index.projection],
  };
}

function stringKey(name: string) {
  return { name, type: AttributeType.STRING };
}
