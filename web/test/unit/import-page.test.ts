import { describe, expect, test } from '@jest/globals';
import { supersededReason } from '../../../functions/imports/domain/lifecycle/transitions.ts';
import { hasEnded, type ImportStatus, isActive, pollInterval } from '../../src/imports/model.ts';
import { contentOf } from '../../src/imports/page/files-model.ts';
import { pipelineOf, type StageProgress, shareOf } from '../../src/imports/page/pipeline-model.ts';
import { newerImportIn } from '../../src/imports/page/resume-model.ts';
import { FILE_CONTENTS } from '../../src/imports/page/text.ts';
import { STATUS_TEXTS } from '../../src/imports/text.ts';
import { shownDollars, shownDuration, shownSize } from '../../src/shared/amounts.ts';

const stage = (name: string, chunksDone: number, chunks = 2): StageProgress => ({ stage: name, chunks, chunksDone });
const states = (progress: readonly StageProgress[], status: ImportStatus = 'running') =>
  Object.fromEntries(pipelineOf({ status, progress: [...progress] }).map(({ name, state }) => [name, state]));

describe('the pipeline of an import', () => {
  test('waits until the import runs', () => {
    expect(states([], 'queued')).toEqual({ sort: 'waits', write: 'waits', assemble: 'waits' });
  });

  test('has the stages of the sort as one step', () => {
    expect(states([])).toEqual({ sort: 'runs', write: 'waits', assemble: 'waits' });
    const merging = [stage('run', 2), stage('merge', 1)];
    expect(states(merging)).toEqual({ sort: 'runs', write: 'waits', assemble: 'waits' });
    expect(pipelineOf({ status: 'running', progress: merging })[0]?.stage?.stage).toBe('merge');
  });

  test('has the steps of the route once a stage of it is reported', () => {
    expect(states([stage('bulk-copy', 1)])).toEqual({ sort: 'done', 'bulk-copy': 'runs', assemble: 'waits' });
    expect(states([stage('insert', 2), stage('update', 0)])).toEqual({
      sort: 'done',
      differentiate: 'done',
      insert: 'done',
      update: 'runs',
      assemble: 'waits',
    });
    expect(states([stage('assemble', 0)])).toEqual({ sort: 'done', write: 'done', assemble: 'runs' });
  });

  test('has a step for the search index while an import writes it', () => {
    const indexing = [stage('bulk-copy', 2), stage('index-read', 2), stage('index-write', 0, 1)];
    expect(states(indexing)).toEqual({ sort: 'done', 'bulk-copy': 'done', index: 'runs', assemble: 'waits' });
    expect(states([stage('index-write', 1, 1)])).toMatchObject({ write: 'done', index: 'runs' });
  });

  test('goes on with the last stage while all chunks are done and no further stage is reported', () => {
    expect(states([stage('differentiate', 2)])).toMatchObject({ differentiate: 'runs', insert: 'waits' });
  });
});

test('the share of a stage is of its records, or of its chunks while these are not counted', () => {
  expect(shareOf(stage('run', 1))).toBe(0.5);
  expect(shareOf({ ...stage('insert', 0), records: 100, recordsDone: 25 })).toBe(0.25);
  expect(shareOf({ ...stage('insert', 0), records: 0, recordsDone: 0 })).toBe(1);
  expect(shareOf({ ...stage('insert', 0), records: 10, recordsDone: 11 })).toBe(1);
});

describe('the interval after which an import is read again', () => {
  const createdAt = '2026-11-30T09:00:00.000Z';
  const later = (seconds: number) => Date.parse(createdAt) + seconds * 1000;

  test('grows with the time that the import has run, from one second to ten', () => {
    const running = { status: 'running', createdAt } as const;
    expect([0, 25, 100, 3_600].map((seconds) => pollInterval(running, later(seconds)))).toEqual([
      1_000, 1_000, 4_000, 10_000,
    ]);
    const restarted = { ...running, startedAt: '2026-11-30T10:00:00.000Z' };
    expect(pollInterval(restarted, later(3_600))).toBe(1_000);
  });

  test('is long while a person has to act, and renews the addresses of the files after the end', () => {
    expect(pollInterval({ status: 'awaiting-confirmation', createdAt }, later(1))).toBe(10_000);
    expect(pollInterval({ status: 'completed', createdAt }, later(1))).toBe(600_000);
  });
});

test('every status is active, or waits for a person, or has ended', () => {
  const waiting = Object.keys(STATUS_TEXTS).filter((name) => {
    const status = name as ImportStatus;
    expect(isActive({ status }) && hasEnded({ status })).toBe(false);
    return !isActive({ status }) && !hasEnded({ status });
  });
  expect(waiting).toEqual(['awaiting-upload', 'awaiting-confirmation']);
});

test('the newer import is read from the reason of the API', () => {
  const importId = '20261122T110225Z-0b5e3b6646e8';
  const newer = '20261122T110227Z-56a91f5a5199';
  expect(newerImportIn(supersededReason({ importId, prefix: 'VOUCIM' }, newer), importId)).toBe(newer);
  expect(newerImportIn('Something else.', importId)).toBeUndefined();
});

test('the content of a file is named by the longest ending of its name', () => {
  const content = (name: string) => contentOf(name, FILE_CONTENTS);
  expect(content('a.csv.log.Differentiate.txt')).toMatch(/^Records that failed in the comparison/);
  expect(content('a.csv.log.txt')).toMatch(/^The log/);
  expect(content('a.log')).toBe('The five counts');
  expect(content('unknown.bin')).toBeUndefined();
});

test('amounts are short texts', () => {
  expect([0, 1023, 1024, 65_536, 1_234_567, 5_000_000_000].map(shownSize)).toEqual([
    '0 bytes',
    '1023 bytes',
    '1.0 KB',
    '64.0 KB',
    '1.2 MB',
    '4.7 GB',
  ]);
  expect([9, 725, 10_800].map(shownDuration)).toEqual(['0:09', '12:05', '3:00:00']);
  expect([0, 0.004, 0.66].map(shownDollars)).toEqual(['$0.00', 'less than $0.01', '$0.66']);
});
