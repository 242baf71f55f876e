import { describe, expect, test } from '@jest/globals';
import { curlOf } from '../../../functions/api-docs/domain/curl.ts';
import { OpenApiSchema, operationsByTag } from '../../../functions/api-docs/domain/document.ts';
import { exampleOf } from '../../../functions/api-docs/domain/example.ts';
import { html, prose } from '../../../functions/api-docs/domain/html.ts';
import { renderPage } from '../../../functions/api-docs/domain/page.ts';
import { typeHtml } from '../../../functions/api-docs/domain/schema-html.ts';

const document = OpenApiSchema.parse({
  info: { title: 'T <1>', version: '1', description: 'One `code`.\n\nTwo & more.' },
  paths: {
    '/things/{thingId}/{kind}': {
      post: {
        operationId: 'makeThing',
        tags: ['Things'],
        summary: 'Make <b>it</b>.',
        description: 'Needs the permission `things.make`.',
        parameters: [
          { in: 'path', name: 'thingId', required: true, schema: { type: 'string' } },
          { in: 'path', name: 'kind', required: true, schema: { type: 'string', example: 'a/b' } },
          { in: 'query', name: 'must', required: true, schema: { type: 'integer', minimum: 5 } },
          { in: 'query', name: 'may', schema: { type: 'string' } },
          { in: 'header', name: 'if-match', required: true, schema: { type: 'string', example: '"1"' } },
        ],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
        responses: { 201: { description: 'Made.' }, 409: { description: 'There.' } },
      },
      get: { operationId: 'seeThing', summary: 'See it.', security: [], responses: {} },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        properties: {
          name: { type: 'string', example: "O'Neill" },
          at: { type: 'string', format: 'date-time' },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
          note: { type: 'string' },
        },
        required: ['name', 'at'],
      },
    },
  },
});
const [see, thing] = [...operationsByTag(document).values()].flat();
const { schemas } = document.components;

describe('HTML', () => {
  test('escapes whatever is put into it, but for HTML', () => {
    const evil = `<script>"&'`;
    expect(html`<p title="${evil}">${evil}</p>`.html).toBe(
      '<p title="&lt;script&gt;&quot;&amp;&#39;">&lt;script&gt;&quot;&amp;&#39;</p>',
    );
    expect(html`<ul>${[html`<li>1</li>`, html`<li>2</li>`]}${undefined}</ul>`.html).toBe(
      '<ul><li>1</li><li>2</li></ul>',
    );
    expect(prose('a `b<` c').html).toBe('a <code>b&lt;</code> c');
  });

  test('of a page holds no text of the document as HTML', () => {
    const page = renderPage(document).html;
    expect(page).toContain('<h1>T &lt;1&gt;</h1>');
    expect(page).toContain('Make &lt;b&gt;it&lt;/b&gt;.');
    expect(page).toContain('<p>One <code>code</code>.</p>\n<p>Two &amp; more.</p>');
  });
});

describe('an example', () => {
  test('of a request has the required parts, of an answer all, and ends somewhere', () => {
    const schema = { $ref: '#/components/schemas/Thing' };
    expect(exampleOf(schema, schemas, 'required')).toEqual({ name: "O'Neill", at: '2026-11-22T10:00:00Z' });
    expect(exampleOf(schema, schemas, 'all')).toMatchObject({ note: '…', parts: [{ name: "O'Neill" }] });
  });

  test.each([
    [{ enum: ['b', 'c'] }, 'b'],
    [{ const: 3 }, 3],
    [{ type: 'integer', minimum: 7 }, 7],
    [{ type: 'boolean', default: false }, false],
    [{ anyOf: [{ type: 'null' }, { type: 'string' }] }, null],
    [{ type: ['integer', 'null'] }, 1],
    [{ type: 'string', format: 'date' }, '2026-11-22'],
    [{}, '…'],
  ])('of %j is %j', (schema, expected) => {
    expect(exampleOf(schema, {}, 'all')).toEqual(expected);
  });
});

describe('a call from a terminal', () => {
  test('quotes for the shell, and leaves to the reader what only the reader knows', () => {
    expect(thing && curlOf(thing, schemas).split(' \\\n  ')).toEqual([
      'curl -X POST "$API/things/$thingId/a%2Fb?must=5"',
      '-H "authorization: Bearer $TOKEN"',
      `-H 'if-match: "1"'`,
      `-H 'content-type: application/json'`,
      `-d '{\n  "name": "O'\\''Neill",\n  "at": "2026-11-22T10:00:00Z"\n}'`,
    ]);
  });

  test('needs no token on a public route', () => {
    expect(see && curlOf(see, schemas)).toBe('curl "$API/things/{thingId}/{kind}"');
  });
});

test.each([
  [{ type: 'string', maxLength: 5, minLength: 1 }, 'text, at most 5 characters'],
  [{ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'whole number, from 1'],
  [{ type: 'array', items: { type: 'boolean' } }, 'list of true or false'],
  [{ anyOf: [{ $ref: '#/components/schemas/X' }, { type: 'null' }] }, '<a href="#schema-X">X</a> or null'],
  [{ type: ['string', 'null'] }, 'text or null'],
  [{ enum: ['a', 1] }, '<code>&quot;a&quot;</code> | <code>1</code>'],
  [{ type: 'string', format: 'date-time', pattern: 'long' }, 'text, date-time'],
  [{}, 'anything'],
])('the type of %j is %s', (schema, expected) => {
  expect(typeHtml(schema).html).toBe(expected);
});
