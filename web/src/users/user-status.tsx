import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { User } from './model.ts';
import { STATUS_TEXTS } from './text.ts';

export function UserStatus({ status }: Pick<User, 'status'>) {
  return status === 'active' ? (
    <StatusIndicator type="success">{STATUS_TEXTS.active}</StatusIndicator>
  ) : (
    <StatusIndicator type="stopped">{STATUS_TEXTS.disabled}</StatusIndicator>
  );
}
