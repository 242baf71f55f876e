import type { ServerResponse } from 'node:http';

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  // The address of the page contains the code.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // The server ends with this answer.
  connection: 'close',
};

/** Answers a browser with a page of one sentence. @param text without characters that are special in HTML */
export function answerPage(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, HEADERS).end(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Switchboard</title></head>
<body><main><h1>Switchboard</h1><p>${text}</p></main></body></html>`);
}
