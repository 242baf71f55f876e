import { newRecurrence, type Recurrence, whenOf } from '../../schedules/recurrence-model.ts';
import type { components } from '../../shared/api/schema.ts';
import { LATER } from './text.ts';

type Schemas = components['schemas'];

/** When and which file a schedule imports, as its form holds it. */
export interface Later extends Recurrence {
  readonly isLater: boolean;
  readonly name: string;
  readonly source: Exclude<Schemas['ScheduleSource']['kind'], 'export'>;
}

export const newLater = (): Later => ({ ...newRecurrence(), isLater: false, name: '', source: 'newest' });

/** The file or files of each run. @param fileName of the file that the wizard has read */
export function sourceOf(
  { source }: Pick<Later, 'source'>,
  folder: string,
  file: { readonly key?: string; readonly name: string },
): Schemas['ScheduleSource'] {
  return source === 'key' ? { kind: 'key', key: file.key ?? folder + file.name } : { kind: source };
}

/** What is missing; undefined if nothing is. */
export function laterFault(later: Later, definitionName: string): string | undefined {
  if (!later.isLater) return undefined;
  if (later.name.trim() === '') return LATER.nameRule;
  if (whenOf(later) === undefined) return LATER.whenRule;
  return definitionName.trim() === '' ? LATER.definitionRule : undefined;
}
