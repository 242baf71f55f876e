import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { DefinitionSchema } from '../../functions/definitions/domain/definition.ts';
import { ScheduleSchema } from '../../functions/schedules/domain/schedule.ts';

/** Definitions, their versions and schedules are stored as JSON; whoever changes a format sees to what is stored already. */
test.each([
  ['definition', DefinitionSchema, 'd7a5431d9898fb76'],
  ['schedule', ScheduleSchema, '10ab1162abd25fb4'],
])('the stored format of %s is the one that is pinned', (_, schema, pinned) => {
  const format = JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  expect(createHash('sha256').update(format).digest('hex').slice(0, 16)).toBe(pinned);
});
