import { curlOf } from './curl.ts';
import { type Answer, type JsonSchema, type OpenApi, type Operation, type Parameter, referenceOf } from './document.ts';
import { exampleOf } from './example.ts';
import { type Html, html, prose } from './html.ts';
import { schemaHtml, typeHtml } from './schema-html.ts';

type Schemas = OpenApi['components']['schemas'];

/** A path that may be broken into lines after its slashes. */
export function pathHtml(path: string): Html {
  return html`${path.split('/').map((step, index) => (index === 0 ? html`${step}` : html`/<wbr>${step}`))}`;
}

function parameterHtml({ name, in: place, required, description, schema }: Parameter): Html {
  return html`<tr><th scope="row"><code>${name}</code></th><td>${place}${required ? '' : ', optional'}</td>
<td>${typeHtml(schema)}${description === undefined ? undefined : html`<br>${prose(description)}`}</td></tr>
`;
}

function parametersHtml(parameters: readonly Parameter[]): Html | undefined {
  if (parameters.length === 0) return undefined;
  return html`<h4>Parameters</h4>
<div class="scroll" tabindex="0" role="region" aria-label="Parameters"><table><thead><tr><th scope="col">Name</th><th scope="col">Where</th><th scope="col">What</th></tr></thead>
<tbody>${parameters.map(parameterHtml)}</tbody></table></div>
`;
}

function bodyHtml(schema: JsonSchema | undefined, schemas: Schemas): Html | undefined {
  if (!schema) return undefined;
  const name = referenceOf(schema);
  const shown = name === undefined ? schema : schemas[name];
  return html`<h4>Body</h4>
<p>${typeHtml(schema)}</p>
${shown ? schemaHtml(shown) : undefined}`;
}

function answerHtml(status: string, { description, headers, content }: Answer, schemas: Schemas): Html {
  const [mediaType, { schema } = { schema: undefined }] = Object.entries(content)[0] ?? [];
  const names = Object.keys(headers).map((name) => html` <code>${name}</code>`);
  const isJson = mediaType === 'application/json' && schema;
  return html`<p><strong>${status}</strong> ${description}${schema ? html` <span class="type">${typeHtml(schema)}</span>` : undefined}${names.length > 0 ? html` <span class="note">Headers:${names}</span>` : undefined}</p>
${isJson ? html`<details><summary>Example</summary><pre tabindex="0"><code>${JSON.stringify(exampleOf(schema, schemas, 'all'), null, 2)}</code></pre></details>` : undefined}
`;
}

function isProblem(status: string): boolean {
  return Number(status) >= 400;
}

function accessHtml({ description }: Operation): Html | undefined {
  return description === undefined ? undefined : html`<p class="access">${prose(description)}</p>`;
}

export function operationHtml(operation: Operation, schemas: Schemas): Html {
  const { operationId, method, path, summary, parameters, requestBody, responses } = operation;
  const answers = Object.entries(responses);
  return html`<section class="operation" id="${operationId}" aria-labelledby="${operationId}-title">
<h3 id="${operationId}-title"><a href="#${operationId}"><span class="method ${method.toLowerCase()}">${method}</span> <span class="path">${pathHtml(path)}</span></a></h3>
<p class="summary">${prose(summary)}</p>
${accessHtml(operation)}
${parametersHtml(parameters)}${bodyHtml(requestBody?.content['application/json']?.schema, schemas)}<h4>Answer</h4>
${answers.filter(([status]) => !isProblem(status)).map(([status, answer]) => answerHtml(status, answer, schemas))}
<details><summary>Problems</summary><ul class="problems">${answers
    .filter(([status]) => isProblem(status))
    .map(([status, { description }]) => html`<li><strong>${status}</strong> ${description}</li>`)}</ul></details>
<h4>From a terminal</h4>
<pre tabindex="0"><code>${curlOf(operation, schemas)}</code></pre>
</section>
`;
}
