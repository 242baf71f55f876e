const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;
const number = new Intl.NumberFormat('en-GB');

/** `1,234,567` */
export const count = (value: number): string => number.format(value);

/** `1 record`, `34 records` */
export const counted = (value: number, noun: string): string => `${count(value)} ${noun}${value === 1 ? '' : 's'}`;

/** `3.4 KB`; a kilobyte is 1,024 bytes. */
export function size(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[power]}`;
}

/** `0:09`, `12:05`, `3:00:00` */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** `$0.66`; an amount below a cent in words. */
export function dollars(amount: number): string {
  if (amount > 0 && amount < 0.01) return 'less than $0.01';
  return `$${amount.toFixed(2)}`;
}

/** `about 3 minutes` */
export function about(minutes: number): string {
  if (minutes < 1) return 'less than a minute';
  if (minutes < 90) return `about ${counted(Math.round(minutes), 'minute')}`;
  return `about ${counted(Math.round(minutes / 60), 'hour')}`;
}

/** `2026-11-22 06:00 UTC` for an ISO time; other text is returned unchanged. */
export function moment(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
