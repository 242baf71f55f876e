import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type * as z from 'zod';
import { DraftSchema } from '../../functions/crm-tables/domain/draft.ts';
import { DRAFT_SCHEMA_VERSION } from '../../functions/crm-tables/dynamodb/draft-item.ts';
import { VERSION_SCHEMA_VERSION } from '../../functions/crm-tables/dynamodb/version-item.ts';
import { PublishedTableSchema } from '../../functions/crm-tables/index.ts';
import { storedForm } from '../support/stored-form.ts';

function fingerprint(schema: z.ZodType): string {
  const json = JSON.stringify(storedForm(schema));
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
      fingerprint: 'ecc4530367f060ce',
    });
  });

  test('published versions', () => {
    expect({ version: VERSION_SCHEMA_VERSION, fingerprint: fingerprint(PublishedTableSchema) }).toEqual({
      version: 1,
      fingerprint: 'bd4228f85abc001d',
    });
  });
});
