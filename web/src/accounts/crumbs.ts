import { useQuery } from '@tanstack/react-query';
import { useApi } from '../shared/services.tsx';
import { accountQuery } from './queries.ts';
import { ACCOUNTS } from './text.ts';

/** The pages above those of an account, for its breadcrumbs: the prefix stands for the name until the name is known. */
export function useAccountCrumbs(accountPrefix: string): { readonly text: string; readonly href: string }[] {
  const { data } = useQuery(accountQuery(useApi(), accountPrefix));
  return [
    { text: ACCOUNTS.title, href: '/accounts' },
    { text: data?.body.name ?? accountPrefix, href: `/accounts/${accountPrefix}` },
  ];
}
