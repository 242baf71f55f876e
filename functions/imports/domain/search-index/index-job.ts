const PREFIX = 'search-';

/** A job writes a generation without an import: its id stands in the place of an import id. No import has such an id. */
export const indexJobId = (at: Date): string => `${PREFIX}${at.toISOString().replace(/[-:.]/g, '')}`;

export const isIndexJob = (importId: string): boolean => importId.startsWith(PREFIX);
