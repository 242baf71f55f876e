import type { Schedule } from './queries.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** When a schedule runs, in words, in local time of its time zone. */
export function whenText(when: Schedule['when']): string {
  switch (when.frequency) {
    case 'once':
      return `Once, ${when.once.replace('T', ' ')}`;
    case 'hourly': {
      const { everyHours = 1, minute } = when;
      const hours = everyHours === 1 ? 'Every hour' : `Every ${everyHours} hours`;
      return `${hours} at :${twoDigits(minute)}`;
    }
    case 'daily':
      return `Every day at ${when.time}`;
    case 'weekly':
      return `Every ${when.weekdays.map(capitalised).join(', ')} at ${when.time}`;
    case 'monthly':
      return `Every month, ${when.day === 'last' ? 'last day' : `day ${when.day}`}, at ${when.time}`;
  }
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Which files a schedule imports. */
export function sourceText(source: Schedule['source'], tablePrefix: string): string {
  const inbox = `inbox/${tablePrefix}/`;
  if (source.kind === 'newest') return `The newest file in ${inbox}`;
  return source.kind === 'all-new' ? `Every new file in ${inbox}, the oldest first` : source.key;
}
