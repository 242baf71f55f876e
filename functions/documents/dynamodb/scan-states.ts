import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { CustomerEvents, DocumentFolder } from '../../customers/index.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import { transact } from '../../shared/dynamodb/transact.ts';
import type { Upload } from '../domain/upload.ts';
import type { ScanStates } from '../ports.ts';
import { documentUploadKey, fromUploadItem } from './upload-item.ts';

/** A completion or a new version at the same moment changes what was read. */
const ATTEMPTS = 5;

export function scanStates(client: DynamoDBClient, TableName: string, events: CustomerEvents): ScanStates {
  async function read(folder: DocumentFolder, uploadId: string): Promise<Upload | undefined> {
    const Key = documentUploadKey(folder, uploadId);
    const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    return Item && fromUploadItem(Item);
  }
  /** The event shows the state of the newest version. */
  async function eventWrite(
    folder: DocumentFolder,
    { customerId, shardCount, documentId, uploadId, state }: Upload,
    scan: Upload['scan'],
  ): Promise<readonly TransactWriteItem[]> {
    if (state !== 'stored' || documentId === undefined) return [];
    const table = { prefix: folder.prefix, shardCount };
    const event = await events.find(table, customerId, documentId);
    if (event?.kind !== 'document' || event.isDeleted || event.uploads.at(-1) !== uploadId) return [];
    return [events.replace(table, customerId, { ...event, scan }, event.revision)];
  }

  return {
    async set(folder, uploadId, scan) {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const upload = await read(folder, uploadId);
        if (!upload) return false;
        const update: TransactWriteItem = {
          Update: {
            ...{ TableName, Key: documentUploadKey(folder, uploadId) },
            UpdateExpression: 'SET #scan = :scan',
            ConditionExpression: '#state = :state',
            ExpressionAttributeNames: { '#state': 'state', '#scan': 'scan' },
            ExpressionAttributeValues: toItem({ ':scan': scan, ':state': upload.state }),
          },
        };
        const failed = await transact(client, [update, ...(await eventWrite(folder, upload, scan))]);
        if (failed.length === 0) return true;
      }
      throw new Error('A document has changed at each attempt to record its scan');
    },
  };
}
