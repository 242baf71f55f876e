const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** `1,234,567`, in the form of the browser's language */
export const shownCount = (value: number): string => value.toLocaleString();

/** `3.4 KB`; a kilobyte is 1,024 bytes. */
export function shownSize(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[power]}`;
}

/** `0:09`, `12:05`, `3:00:00` */
export function shownDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** `$0.66`; an amount below a cent in words. */
export function shownDollars(amount: number): string {
  return amount > 0 && amount < 0.01 ? 'less than $0.01' : `$${amount.toFixed(2)}`;
}
