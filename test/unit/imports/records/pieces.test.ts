import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { importIdOf } from '../../../../functions/imports/domain/import-id.ts';
import { ImportLimitsSchema } from '../../../../functions/imports/domain/limits.ts';
import { allParts, cutIntoParts, type FilePiece } from '../../../../functions/imports/domain/output/output-files.ts';
import { HandoffWriter, handoffRecords, rowRange } from '../../../../functions/imports/domain/records/handoff.ts';
import { planChunks } from '../../../../functions/imports/domain/records/write-plan.ts';
import { anyText } from '../../../support/any-text.ts';

test('every row of a handoff is written by exactly one chunk, in order, and no chunk is too large', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(30), { maxLength: 20 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 9 }),
      (rows, writeRows, maxChunks) => {
        const chunks = planChunks(rows, ImportLimitsSchema.parse({ writeRows, maxChunks }));
        const total = rows.reduce((sum, count) => sum + count, 0);
        const written = chunks
          .flat()
          .flatMap(({ chunk, from, to }) => Array.from({ length: to - from }, (_, at) => `${chunk}/${from + at}`));
        expect(written).toEqual(
          rows.flatMap((count, chunk) => Array.from({ length: count }, (_, row) => `${chunk}/${row}`)),
        );
        expect(chunks.length).toBeLessThanOrEqual(maxChunks);
        const most = Math.max(writeRows, Math.ceil(total / maxChunks));
        for (const pieces of chunks)
          expect(pieces.reduce((sum, { from, to }) => sum + to - from, 0)).toBeLessThanOrEqual(most);
      },
    ),
  );
});

test('an output file is cut into parts that S3 takes, nothing lost', () => {
  const anyPiece: fc.Arbitrary<FilePiece> = fc.oneof(
    fc.string({ maxLength: 9 }).map((text) => ({ text })),
    fc.record({ key: fc.constant('k'), bytes: fc.integer({ min: 1, max: 50 }) }),
    fc.record({ sourceBytes: fc.integer({ min: 1, max: 9 }) }),
    fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }).map((sizes) => ({
      ordered: sizes.map((bytes) => ({ key: 'k', bytes })),
    })),
  );
  const bytesOf = (piece: FilePiece): number => {
    if ('text' in piece) return Buffer.byteLength(piece.text);
    if ('ordered' in piece) return size(piece.ordered);
    return 'bytes' in piece ? piece.bytes : piece.sourceBytes;
  };
  const size = (pieces: readonly FilePiece[]): number => pieces.reduce((sum, piece) => sum + bytesOf(piece), 0);
  fc.assert(
    fc.property(fc.array(anyPiece), fc.integer({ min: 1, max: 60 }), (pieces, partBytes) => {
      const file = cutIntoParts('key', pieces, partBytes);
      expect(file.parts.flat()).toEqual(pieces);
      expect(file.bytes).toBe(size(pieces));
      for (const part of file.parts.slice(0, -1)) expect(size(part)).toBeGreaterThanOrEqual(partBytes);
      expect(allParts([file, file]).map(({ partNumber }) => partNumber)).toEqual(
        [...file.parts, ...file.parts].map((_, at) => (at % file.parts.length) + 1),
      );
    }),
  );
});

describe('the rows of a handoff', () => {
  test('are read with their bytes, places, and what they were compared with, from any row to any other', () => {
    const anyRow = fc.record({
      text: anyText({ minLength: 1 }),
      line: fc.nat(99),
      version: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        (rows, lineEnd, isUpdate, a, b) => {
          const writer = new HandoffWriter(lineEnd);
          for (const [position, { text, line, version }] of rows.entries()) {
            const bytes = Buffer.from(`..${text}..`);
            const record = { bytes, start: 2, end: bytes.length - 2, position, ordinal: 1_000 - position, line };
            writer.add(record, isUpdate ? { version, before: { P003: text } } : undefined);
          }
          expect(Buffer.from(writer.bytes()).toString()).toBe(
            rows.map(({ text }) => Buffer.from(text + lineEnd).toString()).join(''),
          );
          const [from = 0, to = 0] = [a % (rows.length + 1), b % (rows.length + 1)].toSorted((x, y) => x - y);
          const { start, end } = rowRange(writer.rowIndex(), from, to);
          const found = [...handoffRecords(writer.rowIndex(), writer.bytes().subarray(start, end), { from, to }, 5)];
          expect(
            found.map((record) => [
              Buffer.from(record.bytes.subarray(record.start, record.end)).toString(),
              record.line,
              record.ordinal,
              record.position,
              record.compared,
            ]),
          ).toEqual(
            rows
              .slice(from, to)
              .map(({ text, line, version }, at) => [
                Buffer.from(text).toString(),
                line,
                1_000 - from - at,
                5 + at,
                isUpdate ? { version, before: { P003: text } } : undefined,
              ]),
          );
        },
      ),
    );
  });
});

test('the id of an import consists of the arrival time and a hash of the object version', () => {
  const source = { bucket: 'data', key: 'uploads/V/a.csv', versionId: 'v1' };
  const at = new Date('2026-11-22T11:02:25.999Z');
  const id = importIdOf(source, at);
  expect(id).toMatch(/^20261122T110225Z-[0-9a-f]{12}$/);
  expect(importIdOf({ ...source }, at)).toBe(id);
  for (const change of [{ bucket: 'other' }, { key: 'uploads/V/b.csv' }, { versionId: 'v2' }]) {
    expect(importIdOf({ ...source, ...change }, at)).not.toBe(id);
  }
  expect(importIdOf(source, new Date('2026-11-22T11:02:26Z')) > id).toBe(true);
});
