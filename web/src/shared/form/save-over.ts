import { ApiError } from '../api/api-error.ts';
import { type ChangedField, changedByOthers, type FormValues } from './form-model.ts';

/** The values of a form, and the ETag of the entity that they come from; a new entity has none. */
export interface Loaded<Values extends FormValues> {
  readonly values: Values;
  readonly etag?: string;
}

/** The choice between two persons' changes of the same entity. */
export interface Conflict<Values extends FormValues> {
  readonly current: Loaded<Values>;
  readonly fields: readonly ChangedField[];
}

/** Attempts to save while others change what the form does not show. */
const MOST_ATTEMPTS = 3;

/**
 * Saves a form. What another person has changed meanwhile is a conflict, unless it is no field of the form, as the value of a
 * field that is hidden from the user: then there is nothing to choose, and the form is saved on top of it.
 * @returns the address to go to, or the conflict
 * @throws ApiError if the API rejects the values
 */
export async function saveOver<Values extends FormValues>(
  values: Values,
  base: Loaded<Values>,
  save: (values: Values, etag: string, before: Values) => Promise<string>,
  reload: (() => Promise<Loaded<Values>>) | undefined,
): Promise<string | Conflict<Values>> {
  let current = base;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await save(values, current.etag ?? '', base.values);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 412 && reload)) throw error;
      current = await reload();
      const fields = changedByOthers(base.values, values, current.values);
      if (fields.length > 0 || attempt === MOST_ATTEMPTS) return { current, fields };
    }
  }
}
