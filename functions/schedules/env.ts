import * as z from 'zod';

const name = z.string().min(1);

/** The environment of schedules-api. */
export const SchedulesEnvSchema = z.object({
  CONTROL_TABLE: name,
  SCHEDULE_GROUP: name,
  /** What a schedule invokes, and by whose right. */
  START_IMPORT_ARN: name,
  SCHEDULE_ROLE_ARN: name,
  SCHEDULE_DEAD_LETTERS_ARN: name,
});
