import { describe, expect, test } from '@jest/globals';
import document from '../../../docs/openapi.json' with { type: 'json' };
import { filterOf, queryOf, textOf } from '../../src/imports/list/filter-model.ts';
import {
  endedSince,
  type ImportStatus,
  type ImportSummary,
  insertedBy,
  isActive,
  STATUS_TYPES,
} from '../../src/imports/model.ts';
import { shownStatus } from '../../src/imports/status-model.ts';
import { STATUS_TEXTS } from '../../src/imports/text.ts';
import { noteArrival, withArrival } from '../../src/imports/upload/arrived.ts';

const each = (importId: string, status: ImportStatus) => ({ importId, status }) as ImportSummary;

test('an import is active while it goes on without a person', () => {
  const active = Object.keys(STATUS_TEXTS).filter((status) => isActive({ status: status as ImportStatus }));
  expect(active).toEqual(['received', 'queued', 'running']);
});

test('an import has ended when it was active at the last look and is not any more', () => {
  const now = [
    each('a', 'completed'),
    each('b', 'running'),
    each('c', 'completed'),
    each('d', 'awaiting-confirmation'),
  ];
  expect(endedSince(new Set(['a', 'b', 'd', 'gone']), now).map(({ importId }) => importId)).toEqual(['a', 'd']);
  expect(endedSince(new Set(), now)).toEqual([]);
});

test('every status of the API has a text and a type', () => {
  const statuses = new Set(document.components.schemas.ImportStatus.enum);
  expect(new Set(Object.keys(STATUS_TEXTS))).toEqual(statuses);
  expect(new Set(Object.keys(STATUS_TYPES))).toEqual(statuses);
});

test('the customers of a table are those that its imports have inserted, without imports that were only tried out', () => {
  const counts = { updated: 1, inserted: 5, ignored: 0, failed: 0, total: 6 };
  const options = { dryRun: true };
  expect(insertedBy([{ counts }, {}, { counts }, { counts, requested: { options } }])).toBe(10);
});

test('the address keeps the filter of the list, and parts that the API would reject are left out', () => {
  const filter = { table: 'VOUCIM', status: 'failed', day: '2026-11-30', user: 'u-1' } as const;
  expect(filterOf(textOf(filter))).toEqual(filter);
  const none = { table: '', status: '', day: '', user: '' } as const;
  expect(filterOf('table=VOU-CIM&status=nothing&day=2026-13-45')).toEqual(none);
  expect(textOf(none)).toBe('');
  expect(filterOf('table=voucim').table).toBe('VOUCIM');
});

test('a day is the span between two local midnights, also when the clocks change', () => {
  expect(queryOf(filterOf('day=2026-10-25'))).toEqual({
    from: new Date('2026-10-25T00:00').toISOString(),
    before: new Date('2026-10-26T00:00').toISOString(),
  });
  expect(queryOf(filterOf('table=A1&status=failed&user=u-1'))).toEqual({
    prefix: 'A1',
    status: 'failed',
    requestedBy: 'u-1',
  });
});

describe('the status of an import in words', () => {
  const counts = { updated: 0, inserted: 0, ignored: 0, failed: 3, total: 3 };

  test('says that some or all records failed', () => {
    const status = 'completed-with-failures';
    expect(shownStatus({ status, counts })).toEqual({ type: 'error', text: 'Completed, every record failed' });
    expect(shownStatus({ status, counts: { ...counts, total: 4 } })).toEqual({
      type: 'warning',
      text: 'Completed, some records failed',
    });
  });

  test('says that nothing was stored', () => {
    const requested = { options: { dryRun: true } };
    expect(shownStatus({ status: 'completed', counts, requested }).text).toBe('Dry run: Completed');
    expect(shownStatus({ status: 'completed', requested: { options: {} } }).text).toBe('Completed');
  });
});

test('an import whose file this page has sent no longer waits for it', () => {
  const waiting = { importId: 'sent', status: 'awaiting-upload' } as const;
  expect(withArrival(waiting).status).toBe('awaiting-upload');
  noteArrival('sent');
  expect(withArrival(waiting).status).toBe('received');
  expect(withArrival({ ...waiting, importId: 'other' }).status).toBe('awaiting-upload');
  expect(withArrival({ ...waiting, status: 'rejected' as const }).status).toBe('rejected');
});
