import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { DefinitionSchema } from '../../functions/definitions/domain/definition.ts';
import { StoredScheduleSchema } from '../../functions/schedules/domain/schedule.ts';

/** Definitions, their versions and schedules are stored as attributes of an item: a new format must read what is stored. */
test.each([
  ['definition', DefinitionSchema, 'd7a5431d9898fb76'],
  ['schedule', StoredScheduleSchema, '24ad37f97129eadd'],
])('the stored format of %s is the one that is pinned', (_, schema, pinned) => {
  const format = JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  expect(createHash('sha256').update(format).digest('hex').slice(0, 16)).toBe(pinned);
});
