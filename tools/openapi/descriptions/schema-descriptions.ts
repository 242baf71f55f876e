/** The description of a schema in the document, and those of its properties whose names do not say enough. */
export interface SchemaDescription {
  readonly text: string;
  readonly properties?: Readonly<Record<string, string>>;
}
/** By the name of the schema. */
export type SchemaDescriptions = Readonly<Record<string, SchemaDescription>>;
