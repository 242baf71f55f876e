import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { DraftSchema } from '../../functions/crm-tables/domain/draft.ts';
import { DRAFT_SCHEMA_VERSION } from '../../functions/crm-tables/dynamodb/draft-item.ts';
import { VERSION_SCHEMA_VERSION } from '../../functions/crm-tables/dynamodb/version-item.ts';
import { PublishedTableSchema } from '../../functions/crm-tables/index.ts';

function fingerprint(schema: z.ZodType): string {
  const json = JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return createHash('sha256').update(json).digest('hex').slice(0, 16);
}

/**
 * What is stored outlives the code that wrote it. When a fingerprint changes, either everything stored still parses
 * (then write the new one here), or raise the schema version and read both forms.
 */
describe('stored schemas are pinned', () => {
  test('drafts', () => {
    expect({ version: DRAFT_SCHEMA_VERSION, fingerprint: fingerprint(DraftSchema) }).toEqual({
      version: 1,
      fingerprint: 'bb9d20dc47ca83bb',
    });
  });

  test('published versions', () => {
    expect({ version: VERSION_SCHEMA_VERSION, fingerprint: fingerprint(PublishedTableSchema) }).toEqual({
      version: 1,
      fingerprint: 'f6cc9dac844e452d',
    });
  });
});
