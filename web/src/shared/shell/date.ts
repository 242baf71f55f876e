const FORMAT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** @param iso such as `2026-11-30T09:15:00.000Z` @returns the local date and time, in the form of the browser's language */
export const shownDate = (iso: string): string => FORMAT.format(new Date(iso));
