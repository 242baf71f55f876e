import type { Recurrence, When } from './when.ts';

/** Hour and minute without leading zeros, as cron requires. */
function cronTime(time: string): string {
  const [hour, minute] = time.split(':').map(Number);
  return `${minute} ${hour}`;
}

function cronFields(when: Recurrence): string {
  switch (when.frequency) {
    case 'hourly':
      return `${when.minute} ${when.everyHours === 1 ? '*' : `0/${when.everyHours}`} * * ? *`;
    case 'daily':
      return `${cronTime(when.time)} * * ? *`;
    case 'weekly':
      return `${cronTime(when.time)} ? * ${when.weekdays.map((day) => day.slice(0, 3).toUpperCase()).join(',')} *`;
    case 'monthly':
      return `${cronTime(when.time)} ${when.day === 'last' ? 'L' : when.day} * ? *`;
  }
}

/** The schedule expression for Amazon EventBridge Scheduler, in the schedule's time zone. */
export function expressionOf(when: When): string {
  if (!('once' in when)) return `cron(${cronFields(when)})`;
  return `at(${when.once.padEnd('2026-12-01T06:00:00'.length, ':00')})`;
}
