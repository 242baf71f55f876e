import type { BrowserContext, ConsoleMessage } from 'playwright/test';

const LOCAL_HOSTS = ['127.0.0.1', 'localhost'];

/** A pattern of the message on the console for a request to the API or the sign-in service that fails with this status. */
export const status = (code: number): string => `status of ${code} .*/(api|oauth2)/`;

/**
 * Collects what no journey may cause: an error on the console (a violation of the content security policy or of Trusted
 * Types is one), an uncaught error, a request to another machine.
 * @param expected patterns of messages that the journey causes on purpose
 */
export function watch(context: BrowserContext, expected: readonly string[]): readonly string[] {
  const found: string[] = [];
  const isExpected = (text: string) => expected.some((pattern) => new RegExp(pattern).test(text));
  context.on('console', (message) => {
    const text = textOf(message);
    if (message.type() === 'error' && !isExpected(text)) found.push(`console: ${text}`);
  });
  context.on('weberror', (error) => found.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && !LOCAL_HOSTS.includes(hostname)) found.push(`request: ${request.url()}`);
  });
  return found;
}

const textOf = (message: ConsoleMessage): string => `${message.text()} ${message.location().url}`;
