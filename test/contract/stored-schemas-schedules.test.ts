import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { DefinitionSchema } from '../../functions/definitions/domain/definition.ts';
import { StoredScheduleSchema } from '../../functions/schedules/domain/schedule.ts';
import { storedForm } from '../support/stored-form.ts';

/** Definitions, their versions and schedules are stored as attributes of an item: a new format must read what is stored. */
test.each([
  ['definition', DefinitionSchema, '8ca547b046b636b3'],
  ['schedule', StoredScheduleSchema, '9afed4aa8f646f0b'],
])('the stored format of %s is the one that is pinned', (_, schema, pinned) => {
  const format = JSON.stringify(storedForm(schema));
  expect(createHash('sha256').update(format).digest('hex').slice(0, 16)).toBe(pinned);
});
