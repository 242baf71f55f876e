/** 1,000 bytes, the unit of bundle sizes. */
const KB = 1_000;

const SPECIAL: Readonly<Record<string, number>> = {
  // The document of the API, which grows with each route.
  'api-docs-api': 760 * KB,
  // The rules for values and searches, telephone numbers included, and the S3 client, for the values that imports have changed;
  // and the check of records, for the draft of a CRM table.
  'customers-api': 730 * KB,
  // Its answers contain presigned addresses, as those of imports; it reads CRM tables and customers, telephone numbers included.
  'documents-api': 700 * KB,
  // The S3 client with its presigner, the client of Step Functions, and the rules of filters, telephone numbers included.
  'exports-api': 560 * KB,
  // Its answers contain presigned addresses: the S3 client and its presigner. Rights, features and the audit add the rest.
  'imports-api': 560 * KB,
  // The S3 client, and all rules for files and values, telephone numbers included.
  'imports-preview-api': 760 * KB,
};

/** The maximum size of a function's bundle in bytes: a larger bundle makes the first call slower. */
export function bundleLimit(name: string): number {
  return SPECIAL[name] ?? (name.endsWith('-api') ? 500 * KB : 900 * KB);
}
