import { type JsonSchema, referenceOf, typesOf } from './document.ts';
import { type Html, html, prose } from './html.ts';

/** The maximum that zod writes for whole numbers without a limit. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  null: 'null',
};

function limits({ format, minimum, maximum, minLength, maxLength, maxItems, pattern }: JsonSchema): string {
  const found = [
    format,
    minimum !== undefined && minimum > -NO_LIMIT ? `from ${minimum}` : undefined,
    maximum !== undefined && maximum < NO_LIMIT ? `to ${maximum}` : undefined,
    minLength !== undefined && minLength > 1 ? `at least ${minLength} characters` : undefined,
    maxLength !== undefined ? `at most ${maxLength} characters` : undefined,
    maxItems !== undefined ? `at most ${maxItems}` : undefined,
    // A format tells a reader more than the expression that checks it.
    pattern !== undefined && format === undefined ? `matching ${pattern}` : undefined,
  ].filter((text) => text !== undefined);
  return found.length > 0 ? `, ${found.join(', ')}` : '';
}

function joined(parts: readonly Html[], separator: string): Html {
  return html`${parts.map((part, index) => (index === 0 ? part : html`${separator}${part}`))}`;
}

function itemHtml(items: JsonSchema | undefined): Html {
  if (!items) return html`anything`;
  return items.properties ? html`objects` : typeHtml(items);
}

/** The type of a value in a few words; components are links. */
export function typeHtml(schema: JsonSchema): Html {
  const name = referenceOf(schema);
  if (name !== undefined) return html`<a href="#schema-${name}">${name}</a>`;
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return joined(alternatives.map(typeHtml), ' or ');
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum) {
    return joined(
      schema.enum.map((value) => html`<code>${JSON.stringify(value)}</code>`),
      ' | ',
    );
  }
  const types = typesOf(schema);
  if (types.length === 0) return html`anything`;
  if (types.includes('array')) return html`list of ${itemHtml(schema.items)}${limits(schema)}`;
  return html`${types.map((type) => WORDS[type] ?? type).join(' or ')}${limits(schema)}`;
}

/** The objects that a schema defines inline, without a component. */
function inlineObjects(schema: JsonSchema): readonly JsonSchema[] {
  const alternatives = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (alternatives) return alternatives.flatMap(inlineObjects);
  if (schema.items) return inlineObjects(schema.items);
  return schema.properties ? [schema] : [];
}

function propertyHtml(name: string, schema: JsonSchema, isRequired: boolean): Html {
  const usual =
    schema.default === undefined
      ? undefined
      : html`, <span class="note">otherwise <code>${JSON.stringify(schema.default)}</code></span>`;
  const optional = isRequired || usual ? undefined : html`, <span class="note">optional</span>`;
  return html`<li><p><code class="name">${name}</code> <span class="type">${typeHtml(schema)}</span>${usual}${optional}</p>
${schema.description === undefined ? undefined : html`<p>${prose(schema.description)}</p>`}${schemaHtml(schema)}</li>
`;
}

/** The properties of a schema as nested lists; empty without properties. */
export function schemaHtml(schema: JsonSchema): Html {
  const objects = inlineObjects(schema).map(({ properties = {}, required = [] }) => {
    const rows = Object.entries(properties).map(([name, inner]) => propertyHtml(name, inner, required.includes(name)));
    return html`<ul class="properties">
${rows}</ul>
`;
  });
  return joined(objects, 'or');
}
