import type { SchemaDescriptions } from './schema-descriptions.ts';

const time = 'Hours and minutes in the time zone of the schedule.';
const schedule = {
  source: 'Which file is imported, or by what is exported.',
  when: 'When the schedule runs, in its time zone.',
  state: 'A paused schedule does not run.',
};

export const SCHEDULES: SchemaDescriptions = {
  Schedule: {
    text: 'Imports a file of the bucket, or exports customers, at one time or repeatedly.',
    properties: {
      ...schedule,
      definition:
        'Id of the import definition. Without one, the metadata of the file or the default definition applies.',
      lastRun: 'Null before the first run.',
    },
  },
  ScheduleInput: { text: 'A schedule to create, or to replace another with.', properties: schedule },
  ScheduleState: { text: 'A paused schedule does not run until it is resumed.' },
  KeySource: { text: 'The object with this key, in each run.' },
  NewestSource: { text: 'The newest object under `inbox/<PREFIX>/`. Each object is imported once.' },
  ExportSource: {
    text: 'No file: each run starts an export.',
    properties: { exportDefinitionId: 'By which it exports.' },
  },
  AllNewSource: { text: 'All objects under `inbox/<PREFIX>/` that the schedule has not imported yet.' },
  When: { text: 'When a schedule runs, in local time of its time zone.' },
  OnceRun: { text: 'One run.' },
  HourlyRun: { text: 'A run at the same minute of each hour, or of each second, third, … hour.' },
  DailyRun: { text: 'A run each day.', properties: { time } },
  WeeklyRun: { text: 'A run on some weekdays.', properties: { time } },
  MonthlyRun: { text: 'A run on one day of each month.', properties: { time } },
  ScheduleTimes: { text: 'When a schedule would run.', properties: { when: schedule.when } },
  NextRuns: { text: 'The next runs that a schedule would have.', properties: { items: 'The earliest first.' } },
  NextRun: { text: 'A run that is due.', properties: { at: 'In UTC.' } },
  LastRun: {
    text: 'The last run of a schedule, and what became of its imports.',
    properties: { reason: 'Why the import was missed, rejected or failed.', counts: 'The counts of the import.' },
  },
};
