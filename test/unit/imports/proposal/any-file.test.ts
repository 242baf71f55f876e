import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { prepareVersion } from '../../../../functions/crm-tables/domain/prepare-version.ts';
import type { ColumnChoice } from '../../../../functions/imports/domain/proposal/choices.ts';
import type { TableProposal } from '../../../../functions/imports/domain/proposal/proposal.ts';
import { DomainError } from '../../../../functions/shared/domain/errors.ts';
import { proposedFile } from '../../../support/proposed-files.ts';
import { importedBy, propose } from '../../../support/proposed-import.ts';

/** Reasons for which no table accepts a record. A blank or repeated Customer ID is not among them. */
const UNREADABLE = ['record.field-count', 'record.blank', 'record.is-header', 'record.nul', 'record.invalid-utf8'];

const unpublished = {
  ...{ prefix: 'NEWTAB', accountPrefix: 'BRI', createdAt: '2026-01-01T00:00:00.000Z', shardCount: 16 },
  ...{ publishedVersion: undefined, publishedCodes: [] },
};

const CHOSEN_TYPES = ['text', 'number', 'date', 'time', 'date-time', 'yes-no', 'telephone', 'url', 'currency'] as const;

const fieldOf = ({ draft }: TableProposal, code: string | null) => draft.fields.find((field) => field.code === code);

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

  test('accepts them too after a person has chosen labels, date forms, and columns to leave out', async () => {
    await fc.assert(
      fc.asyncProperty(proposedFile, fc.infiniteStream(fc.nat(5)), async (content, dice) => {
        const first = await propose(content).catch(() => undefined);
        fc.pre(first !== undefined);
        const columns = first.columns.flatMap((each): ColumnChoice[] => {
          const { value } = dice.next();
          const forms = each.dateForms.flatMap(({ form, contradictingCount }) =>
            contradictingCount > 0 ? [] : [form],
          );
          const [dateForm] = value % 2 === 0 ? forms : forms.toReversed();
          const changes = {
            ...(dateForm && { dateForm }),
            ...(value === 1 && { label: `My label ${each.position}` }),
            ...(value === 2 && each.position !== first.customerId.column && { leaveOut: true }),
          };
          return [{ column: each.position, ...changes }];
        });
        const choices = { columns, ...(dice.next().value === 0 && { customerId: null }) };
        const found = await propose(content, { choices });
        const records = await importedBy(content, found);
        expect(records.filter(({ problems }) => problems.length > 0)).toEqual([]);
        expect(records).toHaveLength(found.recordsRead);
        const dates = columns.filter(({ dateForm, leaveOut }) => dateForm && !leaveOut).map(({ column }) => column);
        const isDate = (code: string | null) => /^date/.test(fieldOf(found, code)?.type ?? '');
        const areDates = found.columns.filter(({ position, field }) => dates.includes(position) && field !== 'P008');
        expect(areDates.filter(({ field }) => !isDate(field))).toEqual([]);
      }),
      { numRuns: 150 * Number(process.env.PROPERTY_RUNS ?? 1) },
    );
  });

  test('rejects as many of them as it says after a person has chosen types, lengths and date forms', async () => {
    await fc.assert(
      fc.asyncProperty(proposedFile, fc.infiniteStream(fc.nat(50)), async (content, dice) => {
        const first = await propose(content).catch(() => undefined);
        fc.pre(first !== undefined);
        const columns = first.columns.map(({ position, dateForms }): ColumnChoice => {
          const [dateForm] = dateForms.map(({ form }) => form);
          const { value } = dice.next();
          const type = CHOSEN_TYPES[value];
          return {
            column: position,
            ...(dateForm ? { dateForm } : type && { type }),
            ...(value > 45 && { maxLength: 5 }),
          };
        });
        const found = await propose(content, { choices: { columns } }).catch((error: unknown) => error);
        if (found instanceof DomainError) {
          // The length is less than that of a choice of a proposed list.
          expect(found.violations.every(({ pointer }) => pointer.includes('/listValues/'))).toBe(true);
          return;
        }
        if (found instanceof Error) throw found;
        const proposal = found as TableProposal;
        const records = await importedBy(content, proposal);
        expect(records.filter(({ problems }) => problems.length > 0)).toHaveLength(proposal.recordsRejected);
      }),
      { numRuns: 50 * Number(process.env.PROPERTY_RUNS ?? 1) },
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
