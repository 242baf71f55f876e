/** 1,000 bytes, the unit of bundle sizes. */
const KB = 1_000;

/** APIs whose answers contain presigned addresses bundle the S3 client and its presigner. */
const PRESIGNING = ['imports-api'];

/** The maximum size of a function's bundle in bytes: a larger bundle makes the first call slower. */
export function bundleLimit(name: string): number {
  if (PRESIGNING.includes(name)) return 750 * KB;
  return name.endsWith('-api') ? 500 * KB : 900 * KB;
}
