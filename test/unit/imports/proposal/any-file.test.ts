import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { prepareVersion } from '../../../../functions/crm-tables/domain/prepare-version.ts';
import { DomainError } from '../../../../functions/shared/domain/errors.ts';
import { proposedFile } from '../../../support/proposed-files.ts';
import { importedBy, propose } from '../../../support/proposed-import.ts';

/** Reasons for which no table accepts a record. A blank or repeated Customer ID is not among them. */
const UNREADABLE = ['record.field-count', 'record.blank', 'record.is-header', 'record.nul', 'record.invalid-utf8'];

const unpublished = {
  ...{ prefix: 'NEWTAB', accountPrefix: 'BRI', createdAt: '2026-01-01T00:00:00.000Z', shardCount: 16 },
  ...{ publishedVersion: undefined, slots: [], publishedCodes: [] },
};

describe('a table proposed from a file', () => {
  test('accepts every record that was read, and can be published', async () => {
    await fc.assert(
      fc.asyncProperty(proposedFile, async (content) => {
        const proposal = await propose(content).catch((error: unknown) => error);
        if (proposal instanceof Error) {
          // A file that no import accepts.
          expect(proposal).toBeInstanceOf(DomainError);
          expect((proposal as DomainError).code).toMatch(/^file\./);
          return;
        }
        const found = proposal as Awaited<ReturnType<typeof propose>>;
        const records = await importedBy(content, found);
        expect(records.filter(({ problems }) => problems.length > 0)).toEqual([]);
        expect(records).toHaveLength(found.recordsRead);
        const unreadable = records.flatMap(({ unreadable: code }) => code ?? []);
        expect(unreadable).toHaveLength(found.recordsUnreadable);
        expect(unreadable.filter((code) => !UNREADABLE.includes(code))).toEqual([]);
        expect(() => prepareVersion(unpublished, found.draft, new Date())).not.toThrow();
      }),
      { numRuns: 150 * Number(process.env.PROPERTY_RUNS ?? 1) },
    );
  });

  test('is proposed for no bytes that an import rejects, and for any others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, isWhole) => {
        const found = await propose(bytes, { isWhole }).catch((error: unknown) => error);
        if (found instanceof Error) expect(found).toBeInstanceOf(DomainError);
      }),
      { numRuns: 300 },
    );
  });
});
