import { createHash } from 'node:crypto';
import { CRM_USERNAME } from '../../../functions/shared/domain/crm-username.ts';
import { emailOf, type PoolUser } from '../../cognito/pool-user.ts';
import { DEMO_USERS } from '../../demo/demo.ts';
import { PEOPLE } from '../people.ts';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 26rem; margin: 12vh auto; padding: 0 1rem; }
button { display: block; width: 100%; margin: 0.75rem 0; padding: 0.75rem 1rem; font: inherit; text-align: left; cursor: pointer; }
button small { display: block; }
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A button with the name of a user, and below it the role that one of the first people or of the demo has got, and the e-mail address. */
function button(user: PoolUser): string {
  const email = emailOf(user) ?? '';
  const username = user.attributes[`custom:${CRM_USERNAME}`];
  const role =
    PEOPLE.find(({ userId }) => userId === user.username)?.role ??
    DEMO_USERS.find((each) => each.username === username)?.about;
  const details = role === undefined ? email : `${role} · ${email}`;
  const name = user.attributes.name ?? user.username;
  return `<button name="user" value="${escapeHtml(user.username)}">${escapeHtml(name)}<small>${escapeHtml(details)}</small></button>`;
}

/** A page with one button for each user who can sign in. @param destination the origin that the form's answer leads to */
export function signInPage(users: readonly PoolUser[], query: string, destination: string): Page {
  const buttons = users.filter(({ isEnabled }) => isEnabled).map(button);
  return page(
    'Sign in to Switchboard on this machine',
    `<p>Choose who you are. The embedded cloud asks for no password.</p>
<form method="post" action="/oauth2/authorize?${escapeHtml(query)}">${buttons.join('\n')}</form>`,
    // A browser also compares the address to which the answer to a form leads.
    `'self' ${destination}`,
  );
}

export function errorPage(message: string): Page {
  return page('This sign-in cannot go on', `<p>${escapeHtml(message)}</p>`, "'none'");
}

function page(title: string, content: string, formAction: string): Page {
  return {
    html: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>${content}</main></body></html>`,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
      // With no-referrer a browser sends the form with the origin "null".
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
