import type { Rules } from '../shared/form/form-model.ts';
import type { Schedule, ScheduleInput } from './queries.ts';
import { EVERY_HOURS, type Recurrence, recurrenceFaults, recurrenceOf, WEEKDAYS, whenOf } from './recurrence-model.ts';
import { RECURRENCE, SCHEDULE_FORM } from './text.ts';

/** A schedule as its form shows it: texts; the days of the week are joined by commas. */
export interface ScheduleValues extends Record<string, string> {
  readonly name: string;
  readonly source: string;
  readonly key: string;
  readonly definition: string;
  readonly frequency: string;
  readonly date: string;
  readonly time: string;
  readonly everyHours: string;
  readonly minute: string;
  readonly weekdays: string;
  readonly day: string;
  readonly timeZone: string;
}

export const SCHEDULE_LABELS: Readonly<Record<keyof ScheduleValues & string, string>> = {
  name: SCHEDULE_FORM.name,
  source: SCHEDULE_FORM.source,
  key: SCHEDULE_FORM.key,
  definition: SCHEDULE_FORM.definition,
  frequency: RECURRENCE.frequency,
  date: RECURRENCE.date,
  time: RECURRENCE.time,
  everyHours: RECURRENCE.every,
  minute: RECURRENCE.minute,
  weekdays: RECURRENCE.weekday,
  day: RECURRENCE.day,
  timeZone: RECURRENCE.timeZone,
};

export const textsOf = ({ everyHours, weekdays, ...texts }: Recurrence) => ({
  ...texts,
  everyHours: String(everyHours),
  weekdays: weekdays.join(),
});

/** What a schedule of exports has in place of a file. */
export const EXPORT_SOURCE = 'export';

export const valuesOf = ({ name, source, definition, when, timeZone }: Schedule): ScheduleValues => ({
  name,
  source: source.kind,
  key: source.kind === 'key' ? source.key : '',
  definition: definition ?? '',
  ...textsOf(recurrenceOf(when, timeZone)),
});

const isFrequency = (text: string): text is Recurrence['frequency'] => text in RECURRENCE.frequencies;

export const recurrenceIn = ({ frequency, everyHours, weekdays, ...texts }: ScheduleValues): Recurrence => ({
  date: texts.date,
  time: texts.time,
  minute: texts.minute,
  day: texts.day,
  timeZone: texts.timeZone,
  frequency: isFrequency(frequency) ? frequency : 'daily',
  everyHours: EVERY_HOURS.find((count) => String(count) === everyHours) ?? 1,
  weekdays: WEEKDAYS.filter((day) => weekdays.split(',').includes(day)),
});

const LONGEST_NAME = 100;

export const scheduleRules = (folder: string): Rules<ScheduleValues> => ({
  name: (value) => (value.trim() !== '' && value.trim().length <= LONGEST_NAME ? undefined : SCHEDULE_FORM.nameRule),
  key: (value, { source }) =>
    source !== 'key' || (value.startsWith(folder) && value.length > folder.length)
      ? undefined
      : SCHEDULE_FORM.keyRule(folder),
  date: (_, values) => recurrenceFaults(recurrenceIn(values)).date,
  time: (_, values) => recurrenceFaults(recurrenceIn(values)).time,
  minute: (_, values) => recurrenceFaults(recurrenceIn(values)).minute,
  weekdays: (_, values) => recurrenceFaults(recurrenceIn(values)).weekdays,
});

function sourceIn({ source, key }: ScheduleValues): ScheduleInput['source'] {
  if (source === 'key') return { kind: 'key', key };
  return { kind: source === 'all-new' ? 'all-new' : 'newest' };
}

/** The request for a change; what the form does not show stays as it is. @throws Error while a value is not valid */
export function inputOf(values: ScheduleValues, { options, state, source }: Schedule): ScheduleInput {
  const when = whenOf(recurrenceIn(values));
  if (when === undefined) throw new Error('The form is not complete.');
  return {
    name: values.name.trim(),
    source: source.kind === EXPORT_SOURCE ? source : sourceIn(values),
    ...(values.definition !== '' && { definition: values.definition }),
    ...(options && { options }),
    when,
    timeZone: values.timeZone,
    state,
  };
}
