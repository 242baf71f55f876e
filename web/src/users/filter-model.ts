import { isStatus, type User } from './model.ts';

/** Which users the list shows. An empty text does not narrow. */
export interface UserFilter {
  /** A part of the name, the e-mail address or the CRM Id. */
  readonly text: string;
  readonly status: User['status'] | '';
  /** Id of a group. */
  readonly group: string;
}

/** @param text as the address has it; a part that the API would reject is left out */
export function filterOf(text: string): UserFilter {
  const parts = new URLSearchParams(text);
  const status = parts.get('status') ?? '';
  return { text: parts.get('text') ?? '', status: isStatus(status) ? status : '', group: parts.get('group') ?? '' };
}

/** The filter as the address has it; empty if it shows every user. */
export function textOf(filter: UserFilter): string {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString();
}

/** The parameters of the request. */
export const queryOf = ({ text, status, group }: UserFilter) => ({
  ...(text !== '' && { filter: text }),
  ...(status !== '' && { status }),
  ...(group !== '' && { group }),
});
