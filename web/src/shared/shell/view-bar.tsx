import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { leaveView, viewedUser } from '../session/viewed-user.ts';
import { SHELL } from './text.ts';

/** Leads back to the user's own view. */
export function LeaveView() {
  return <Button onClick={leaveView}>{SHELL.leaveView}</Button>;
}

/** Says as whom the user sees the console; absent if the user sees it as themselves. */
export function ViewBar() {
  const viewed = viewedUser();
  if (viewed === undefined) return null;
  return (
    <section aria-label={SHELL.view}>
      <Alert type="warning" header={SHELL.viewing(viewed.name)} action={<LeaveView />}>
        {SHELL.viewingText}
      </Alert>
    </section>
  );
}
