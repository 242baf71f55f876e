import { bodyOf } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';

export type ViewableUser = components['schemas']['ViewableUser'];

/** The users as whom the user may see the console, in pages that the address names. */
export function useViewableUserPages(): Pages<ViewableUser> {
  const api = useApi();
  return usePages('users', ['viewable-users'], ({ limit, cursor, filter, signal }) =>
    bodyOf(api.GET('/viewable-users', { params: { query: { limit, cursor, filter } }, signal })),
  );
}
