/** For a sign-in that the browser cannot end on this machine. */
export const NO_BROWSER_ADVICE = 'On a machine without a browser, log in with --password.';
