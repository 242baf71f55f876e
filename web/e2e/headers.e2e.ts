import { environment } from './support/environment.ts';
import { expect, test } from './support/test.ts';

test('a page has the security headers', async ({ page, open }) => {
  const loaded = page.waitForResponse((response) => response.url() === `${environment.console}/accounts`);
  await open('/accounts');
  const headers = await (await loaded).allHeaders();
  const policy = (headers['content-security-policy'] ?? '').split(';').map((directive) => directive.trim());
  expect(policy).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
    ]),
  );
  const [connect = ''] = policy.filter((directive) => directive.startsWith('connect-src'));
  const hosts = connect.split(' ').slice(2);
  expect(hosts).toContain(environment.issuer);
  for (const host of hosts) expect(new URL(host).hostname).toBe('127.0.0.1');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-cache',
  });
});

test.describe('the policy', () => {
  test.use({ expected: ['Content Security Policy|TrustedHTML'] });

  test('blocks scripts and requests that are not of the console', async ({ page, open }) => {
    await open('/accounts');
    const blocked = await page.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.push(effectiveDirective));
      await fetch('http://127.0.0.1:9/').catch(() => undefined);
      try {
        document.body.insertAdjacentHTML('beforeend', '<b></b>');
      } catch {
        seen.push('trusted types');
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
      return seen;
    });
    expect(blocked).toEqual(expect.arrayContaining(['connect-src', 'trusted types']));
  });
});
