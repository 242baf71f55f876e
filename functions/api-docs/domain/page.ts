import { createHash } from 'node:crypto';
import { type OpenApi, type Operation, operationsByTag } from './document.ts';
import { type Html, html, prose } from './html.ts';
import { operationHtml, pathHtml } from './operation-html.ts';
import { schemaHtml, typeHtml } from './schema-html.ts';
import { STYLE } from './style.ts';

/** A page that loads nothing else, and the content security policy that enforces it. */
export interface Page {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

function idOf(tag: string): string {
  return `tag-${tag.toLowerCase().replaceAll(/\W+/g, '-')}`;
}

function entryHtml({ operationId, method, path }: Operation): Html {
  return html`<li><a href="#${operationId}"><span class="method ${method.toLowerCase()}">${method}</span> <span>${pathHtml(path)}</span></a></li>
`;
}

function contentsHtml(groups: ReadonlyMap<string, readonly Operation[]>, names: readonly string[]): Html {
  const tags = [...groups].map(
    ([tag, operations]) => html`<h2><a href="#${idOf(tag)}">${tag}</a></h2>
<ul>${operations.map(entryHtml)}</ul>
`,
  );
  const schemas = names.map((name) => html`<li><a href="#schema-${name}">${name}</a></li>`);
  return html`<nav aria-label="Contents">
<p class="title"><a href="#top">Contents</a></p>
${tags}<h2><a href="#schemas">Schemas</a></h2>
<ul class="names">${schemas}</ul>
</nav>
`;
}

function introductionHtml({ info }: OpenApi): Html {
  const paragraphs = info.description.split('\n\n').map((text) => html`<p>${prose(text)}</p>\n`);
  return html`<header>
<h1>${info.title}</h1>
<p class="note">HTTP API, version ${info.version}. For programs: <a href="openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
${paragraphs}</header>
`;
}

function schemasHtml(schemas: OpenApi['components']['schemas']): Html {
  const sections = Object.entries(schemas).map(([name, schema]) => {
    const content = schema.properties ? undefined : html`<p>${typeHtml(schema)}</p>\n`;
    return html`<section class="schema" id="schema-${name}" aria-labelledby="schema-${name}-title">
<h3 id="schema-${name}-title"><a href="#schema-${name}">${name}</a></h3>
${schema.description === undefined ? undefined : html`<p>${prose(schema.description)}</p>\n`}${content}${schemaHtml(schema)}</section>
`;
  });
  return html`<section id="schemas" aria-labelledby="schemas-title"><h2 id="schemas-title">Schemas</h2>
${sections}</section>
`;
}

/** The API's document as one HTML page, without scripts, pictures or fonts. */
export function renderPage(document: OpenApi): Page {
  const groups = operationsByTag(document);
  const { schemas } = document.components;
  const names = Object.keys(schemas).sort((one, other) => one.localeCompare(other, 'en'));
  const sections = [...groups].map(
    ([
      tag,
      operations,
    ]) => html`<section id="${idOf(tag)}" aria-labelledby="${idOf(tag)}-title"><h2 id="${idOf(tag)}-title">${tag}</h2>
${operations.map((operation) => operationHtml(operation, schemas))}</section>
`,
  );
  const sorted = Object.fromEntries(names.flatMap((name) => (schemas[name] ? [[name, schemas[name]]] : [])));
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.info.title}: HTTP API</title>
<style>${{ html: STYLE }}</style>
</head>
<body id="top">
<a class="skip" href="#content">Skip to the content</a>
${contentsHtml(groups, names)}<main id="content">
${introductionHtml(document)}${sections}${schemasHtml(sorted)}</main>
</body>
</html>
`;
  const style = createHash('sha256').update(STYLE).digest('base64');
  const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return { html: page.html, contentSecurityPolicy };
}
