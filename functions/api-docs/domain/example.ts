import { type JsonSchema, type OpenApi, referenceOf, typesOf } from './document.ts';

/** A deeper example is an ellipsis. */
const DEEPEST = 6;
export const ELLIPSIS = '…';
const A_TIME = '2026-11-22T10:00:00Z';

type Schemas = OpenApi['components']['schemas'];

/** The first value that the schema itself gives. */
function given({ example, const: fixed, enum: choices, default: usual }: JsonSchema): unknown {
  return example ?? fixed ?? choices?.[0] ?? usual;
}

/** An ellipsis stands for text that only the reader knows. */
function exampleText({ format }: JsonSchema): string {
  if (format === 'date-time') return A_TIME;
  return format === 'date' ? A_TIME.slice(0, 10) : ELLIPSIS;
}

function exampleObject(schema: JsonSchema, schemas: Schemas, onlyRequired: boolean, depth: number): unknown {
  const { properties = {}, required = [] } = schema;
  const shown = Object.entries(properties).filter(([name]) => !onlyRequired || required.includes(name));
  return Object.fromEntries(shown.map(([name, inner]) => [name, exampleAt(inner, schemas, onlyRequired, depth + 1)]));
}

function exampleAt(schema: JsonSchema, schemas: Schemas, onlyRequired: boolean, depth: number): unknown {
  const name = referenceOf(schema);
  const target = name === undefined ? undefined : schemas[name];
  if (target) return exampleAt(target, schemas, onlyRequired, depth);
  const own = given(schema);
  if (own !== undefined) return own;
  if (depth > DEEPEST) return ELLIPSIS;
  const [alternative] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (alternative) return exampleAt(alternative, schemas, onlyRequired, depth);
  switch (typesOf(schema)[0]) {
    case 'object':
      return exampleObject(schema, schemas, onlyRequired, depth);
    case 'array':
      return schema.items ? [exampleAt(schema.items, schemas, onlyRequired, depth + 1)] : [];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return exampleText(schema);
  }
}

/** An example value of a schema. A request shows the required parts only. */
export function exampleOf(schema: JsonSchema, schemas: Schemas, parts: 'required' | 'all'): unknown {
  return exampleAt(schema, schemas, parts === 'required', 0);
}
