import Badge from '@cloudscape-design/components/badge';
import { CUSTOMERS } from './text.ts';

/** Stands wherever a customer is. */
export const VipBadge = ({ isVip }: { readonly isVip: boolean | undefined }) =>
  isVip === true ? <Badge color="severity-medium">{CUSTOMERS.vip}</Badge> : null;
