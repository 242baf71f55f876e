import { createHash } from 'node:crypto';
import type { Person } from '../people.ts';

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

/** A page with one button for each person. @param destination the origin that the form's answer leads to */
export function signInPage(people: readonly Person[], query: string, destination: string): Page {
  const buttons = people.map(
    ({ userId, name, email, role }) =>
      `<button name="user" value="${escapeHtml(userId)}">${escapeHtml(name)}<small>${escapeHtml(`${role} · ${email}`)}</small></button>`,
  );
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
