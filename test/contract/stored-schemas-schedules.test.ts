import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { DefinitionSchema } from '../../functions/definitions/domain/definition.ts';
import { StoredScheduleSchema } from '../../functions/schedules/domain/schedule.ts';
import { storedForm } from '../support/stored-form.ts';

/** Definitions, their versions and schedules are stored as attributes of an item: a new format must read what is stored. */
test.each([
  ['definition', DefinitionSchema, '3f1b83744a2b2680'],
  ['schedule', StoredScheduleSchema, '4dc5ed5379a59766'],
])('the stored format of %s is the one that is pinned', (_, schema, pinned) => {
  const format = JSON.stringify(storedForm(schema));
  expect(createHash('sha256').update(format).digest('hex').slice(0, 16)).toBe(pinned);
});
