import { CRM_TABLES } from './descriptions/crm-tables.ts';
import { CUSTOMERS } from './descriptions/customers.ts';
import { DEFINITIONS } from './descriptions/definitions.ts';
import { DOCUMENTS } from './descriptions/documents.ts';
import { EXPORTS } from './descriptions/exports.ts';
import { FILTERS } from './descriptions/filters.ts';
import { IMPORTS } from './descriptions/imports.ts';
import { MAINTENANCE } from './descriptions/maintenance.ts';
import { NOTES } from './descriptions/notes.ts';
import { PEOPLE } from './descriptions/people.ts';
import { PREVIEWS } from './descriptions/previews.ts';
import { PROPOSALS } from './descriptions/proposals.ts';
import { SCHEDULES } from './descriptions/schedules.ts';
import type { SchemaDescriptions } from './descriptions/schema-descriptions.ts';
import { SETUP } from './descriptions/setup.ts';

/** Only the document needs these texts: in the schemas they would be part of each function's bundle. */
export const SCHEMA_DESCRIPTIONS: SchemaDescriptions = {
  ...EXPORTS,
  ...FILTERS,
  ...SETUP,
  ...CRM_TABLES,
  ...DEFINITIONS,
  ...IMPORTS,
  ...CUSTOMERS,
  ...MAINTENANCE,
  ...NOTES,
  ...DOCUMENTS,
  ...PEOPLE,
  ...PREVIEWS,
  ...PROPOSALS,
  ...SCHEDULES,
};

/** JSON Schema also has `true` and `false`. */
type JsonSchema = { description?: string; properties?: Readonly<Record<string, JsonSchema>> } | boolean;

/** Adds the descriptions to the schemas of a document. A description that a schema has itself stays. */
export function describeSchemas(schemas: Readonly<Record<string, JsonSchema>>): void {
  for (const [name, { text, properties = {} }] of Object.entries(SCHEMA_DESCRIPTIONS)) {
    const schema = schemas[name];
    describe(schema, text);
    for (const [property, description] of Object.entries(properties)) {
      describe(typeof schema === 'object' ? schema.properties?.[property] : undefined, description);
    }
  }
}

function describe(schema: JsonSchema | undefined, text: string): void {
  if (typeof schema === 'object') schema.description ??= text;
}
