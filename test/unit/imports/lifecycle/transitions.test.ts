import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type Import, type ImportStatus, ImportStatusSchema } from '../../../../functions/imports/domain/import.ts';
import {
  allowedIn,
  allows,
  cancelWaiting,
  changeStatus,
  confirm,
  ENDINGS,
  endSuperseded,
  failStart,
  resume,
  TRANSITIONS,
  type TransitionName,
} from '../../../../functions/imports/domain/lifecycle/transitions.ts';

const NAMES = Object.keys(TRANSITIONS) as TransitionName[];
const STATUSES = ImportStatusSchema.options;
const AT = '2026-11-30T10:00:00.000Z';

const importThatIs = (status: ImportStatus): Import => ({
  importId: 'i1',
  prefix: 'VOUCIM',
  fileName: 'a.csv',
  source: { bucket: 'data', key: 'uploads/VOUCIM/a.csv', versionId: 'v1' },
  status,
  attempt: 1,
  fence: 0,
  createdAt: '2026-11-30T09:00:00.000Z',
});

/** The transitions of the state diagram in docs/architecture.md, whose identifiers cannot hold a hyphen. */
function drawnTransitions(): Set<string> {
  const text = readFileSync(new URL('../../../../docs/architecture.md', import.meta.url), 'utf8');
  const diagram = /```mermaid\nstateDiagram-v2\n([^`]*)```/.exec(text)?.[1] ?? '';
  const drawn = diagram.split('\n').flatMap((line) => {
    const parts = /^ *(\S+) --> (\S+): (\S+)$/.exec(line);
    const [, from = '', to = '', name] = parts ?? [];
    return parts ? [`${from.replaceAll('_', '-')} --> ${to.replaceAll('_', '-')}: ${name}`] : [];
  });
  return new Set(drawn);
}

test('the state diagram in docs/architecture.md draws every transition and no other', () => {
  const written = NAMES.flatMap((name) => {
    const before = allowedIn(name).length > 0 ? allowedIn(name) : ['[*]'];
    return before.map((from) => `${from} --> ${TRANSITIONS[name].to}: ${name}`);
  });
  expect(drawnTransitions()).toEqual(new Set(written));
});

test('every status is reached by a transition, and every transition but a new record starts at a status that is reached', () => {
  expect(new Set(NAMES.map((name) => TRANSITIONS[name].to))).toEqual(new Set(STATUSES));
});

describe('a change of status', () => {
  test.each(NAMES.filter((name) => allowedIn(name).length > 0))('%s is allowed in its prior statuses alone', (name) => {
    for (const status of STATUSES) {
      const before = importThatIs(status);
      const isAllowed = allowedIn(name).includes(status);
      expect(allows(before, name)).toBe(isAllowed);
      if (isAllowed) {
        expect(changeStatus(name, before, { endedAt: AT })).toEqual({
          before,
          after: { ...before, endedAt: AT, status: TRANSITIONS[name].to },
        });
      } else expect(() => changeStatus(name, before, {})).toThrow(`Import i1 is ${status}`);
    }
  });

  test('ends a running import with the status of its outcome', () => {
    for (const status of Object.keys(ENDINGS) as (keyof typeof ENDINGS)[]) {
      expect(TRANSITIONS[ENDINGS[status]]).toEqual({ from: ['running'], to: status });
    }
  });

  test('does not change the record that was read', () => {
    const failed: Import = {
      ...importThatIs('failed'),
      rejection: { code: 'a.b', reason: 'c' },
      endedAt: AT,
      warnings: 2,
    };
    expect(resume(failed, 'resume', 'i2')).toEqual({
      before: failed,
      after: { ...importThatIs('queued'), attempt: 2, resumedOver: 'i2' },
    });
    expect(resume(failed, 'resume-and-hold', undefined).after).toEqual({
      ...importThatIs('awaiting-confirmation'),
      attempt: 2,
    });
  });
});

test('an import that is confirmed may cost its estimate', () => {
  const estimate = { dollars: 12 } as Import['estimate'];
  expect(confirm({ ...importThatIs('awaiting-confirmation'), estimate }).after).toMatchObject({
    status: 'queued',
    confirmedDollars: 12,
  });
});

test('an import that ends without having run says when and why', () => {
  expect(cancelWaiting(importThatIs('queued'), AT).after).toMatchObject({ status: 'cancelled', endedAt: AT });
  const source = { bucket: 'data', key: 'k', versionId: 'v2' };
  expect(failStart(importThatIs('awaiting-upload'), source, { code: 'a.b', reason: 'c' }, AT).after).toMatchObject({
    ...{ status: 'failed', source, endedAt: AT },
    rejection: { code: 'a.b' },
  });
  const { rejection } = endSuperseded(importThatIs('queued'), 'i2', AT).after;
  expect(rejection?.code).toBe('import.superseded');
  expect(rejection?.reason).toContain('i2');
});
