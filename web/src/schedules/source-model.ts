import type { Schedule } from './queries.ts';

/** Which files a schedule imports. */
export function sourceText(source: Schedule['source'], tablePrefix: string): string {
  if (source.kind === 'export') return 'None: it exports customers';
  const inbox = `inbox/${tablePrefix}/`;
  if (source.kind === 'newest') return `The newest file in ${inbox}`;
  return source.kind === 'all-new' ? `Every new file in ${inbox}, the oldest first` : source.key;
}
