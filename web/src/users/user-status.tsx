import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { User } from './model.ts';

export function UserStatus({ status }: Pick<User, 'status'>) {
  return status === 'active' ? (
    <StatusIndicator type="success">Active</StatusIndicator>
  ) : (
    <StatusIndicator type="stopped">Disabled</StatusIndicator>
  );
}
