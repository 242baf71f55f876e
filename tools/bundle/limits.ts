/** 1,000 bytes, the unit of bundle sizes. */
const KB = 1_000;

const SPECIAL: Readonly<Record<string, number>> = {
  // The document of the API, which grows with each route.
  'api-docs-api': 550 * KB,
  // The rules for values, telephone numbers included, and the S3 client, for the values that imports have changed.
  'customers-api': 670 * KB,
  // Its answers contain presigned addresses: the S3 client and its presigner. Rights, features and the audit add the rest.
  'imports-api': 560 * KB,
  // The S3 client, and all rules for files and values, telephone numbers included.
  'imports-preview-api': 750 * KB,
};

/** The maximum size of a function's bundle in bytes: a larger bundle makes the first call slower. */
export function bundleLimit(name: string): number {
  return SPECIAL[name] ?? (name.endsWith('-api') ? 500 * KB : 900 * KB);
}
