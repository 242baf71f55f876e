import { Status } from '../shared/shell/status.tsx';
import type { User } from './model.ts';
import { STATUS_TEXTS } from './text.ts';

export function UserStatus({ status }: Pick<User, 'status'>) {
  return status === 'active' ? (
    <Status type="success">{STATUS_TEXTS.active}</Status>
  ) : (
    <Status type="stopped">{STATUS_TEXTS.disabled}</Status>
  );
}
