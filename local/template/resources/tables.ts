import * as z from 'zod';
import type { ResolvedResource } from '../resolver.ts';

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const TableSchema = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema,
  GlobalSecondaryIndexes: z
    .array(
      z.strictObject({
        IndexName: z.string(),
        KeySchema,
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
});

/** A table: the input of CreateTable, and the attribute by which items expire. */
export interface TableConfig {
  readonly TableName: string;
  readonly definition: Omit<z.infer<typeof TableSchema>, 'TimeToLiveSpecification'>;
  readonly timeToLive: { readonly AttributeName: string; readonly Enabled: boolean } | undefined;
}

export function readTable({ name, properties }: ResolvedResource): TableConfig {
  const { TimeToLiveSpecification: timeToLive, ...definition } = TableSchema.parse(properties);
  return { TableName: name, definition, timeToLive };
}
