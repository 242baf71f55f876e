/** Any part of a JSON document. */
type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Calls `visit` with every object of a document, from the outside in. */
export function walk(value: unknown, visit: (part: Json) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, visit);
  if (!isJson(value)) return;
  visit(value);
  for (const each of Object.values(value)) walk(each, visit);
}

/** JavaScript's own limits of an integer say nothing about the value. */
function dropSafeIntegerLimits(document: Json): void {
  walk(document, (part) => {
    if (part.maximum === Number.MAX_SAFE_INTEGER) delete part.maximum;
    if (part.minimum === Number.MIN_SAFE_INTEGER) delete part.minimum;
  });
}

const COMPONENT = '#/components/schemas/';

/** The names of the schemas that a part refers to, directly or through other schemas. */
function reachable(part: unknown, schemas: Json, found = new Set<string>()): Set<string> {
  walk(part, ({ $ref }) => {
    if (typeof $ref !== 'string' || !$ref.startsWith(COMPONENT)) return;
    const name = $ref.slice(COMPONENT.length);
    if (found.has(name)) return;
    found.add(name);
    reachable(schemas[name], schemas, found);
  });
  return found;
}

/**
 * Leaves it open which members an answer has, so that a new member breaks no client. A request whose schema is in no
 * answer stays closed: the API rejects unknown members of every request.
 */
function openAnswers(document: Json, schemas: Json): void {
  const open = (part: Json) => {
    if (part.additionalProperties === false) delete part.additionalProperties;
  };
  walk(document.paths, ({ responses }) => {
    walk(responses, open);
    for (const name of reachable(responses, schemas)) walk(schemas[name], open);
  });
}

const OUTPUT = 'Output';

function withoutRequired(schema: unknown): string {
  return JSON.stringify(schema, (key, value) => (key === 'required' ? undefined : value)).replaceAll(`${OUTPUT}"`, '"');
}

/**
 * Joins the two forms of a schema that requests and answers share: the answer's form only says in addition that an
 * attribute with a default is always there.
 * @throws Error if the forms differ in more than that
 */
function joinOutputs(document: Json, schemas: Json): void {
  const outputs = Object.keys(schemas).filter((name) => name.endsWith(OUTPUT));
  for (const name of outputs) {
    const input = name.slice(0, -OUTPUT.length);
    if (withoutRequired(schemas[name]) !== withoutRequired(schemas[input])) {
      throw new Error(`The schema ${input} is not the same in requests and in answers`);
    }
    delete schemas[name];
  }
  walk(document, (part) => {
    for (const [key, value] of Object.entries(part)) {
      if (typeof value === 'string' && outputs.some((name) => value === COMPONENT + name)) {
        part[key] = value.slice(0, -OUTPUT.length);
      }
    }
  });
}

/**
 * OpenAPI wants a discriminator that is a required text in every branch, with the branch of each value: zod writes it for
 * every discriminated union. The constants in the branches tell them apart where it does not hold.
 */
function dropLooseDiscriminators(document: Json, schemas: Json): void {
  const isTextIn = (name: unknown, reference: unknown): boolean => {
    const branch = schemas[String(reference).slice(COMPONENT.length)];
    const properties = isJson(branch) && isJson(branch.properties) ? branch.properties : {};
    const property = properties[String(name)];
    return isJson(property) && property.type === 'string';
  };
  walk(document, (part) => {
    if (!isJson(part.discriminator)) return;
    const { propertyName, mapping } = part.discriminator;
    const isStrict = isJson(mapping) && Object.values(mapping).every((each) => isTextIn(propertyName, each));
    if (!isStrict) delete part.discriminator;
  });
}

/** Turns the document that zod-openapi makes into one that generators of clients read well. */
export function tidyDocument<Document extends object>(document: Document): Document {
  const tidied = structuredClone(document);
  const parts: unknown = tidied;
  if (!isJson(parts) || !isJson(parts.components) || !isJson(parts.components.schemas)) return tidied;
  const { schemas } = parts.components;
  dropSafeIntegerLimits(parts);
  dropLooseDiscriminators(parts, schemas);
  joinOutputs(parts, schemas);
  openAnswers(parts, schemas);
  return tidied;
}
