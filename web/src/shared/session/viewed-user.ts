/** The user as whom a supervisor sees the console in this tab. */
export interface ViewedUser {
  readonly userId: string;
  readonly name: string;
}

const VIEWED = 'switchboard.view-as';

/** A reload stays in the view; signing out forgets it with all that the tab keeps. */
export function viewedUser(): ViewedUser | undefined {
  const stored = sessionStorage.getItem(VIEWED);
  return stored === null ? undefined : JSON.parse(stored);
}

/** Loads the console again, so that nothing stays on the page that belongs to another view. */
export function viewAs(user: ViewedUser): void {
  sessionStorage.setItem(VIEWED, JSON.stringify(user));
  location.assign('/');
}

/** The same: back to the user's own view. */
export function leaveView(): void {
  sessionStorage.removeItem(VIEWED);
  location.assign('/');
}
