/** 1,000 bytes, as bundle sizes are told. */
const KB = 1_000;

/** APIs whose answers hold presigned addresses carry the S3 client and its presigner. */
const PRESIGNING = ['imports-api'];

/** The largest that a function's bundle may be, in bytes: what is loaded decides how long the first call waits. */
export function bundleLimit(name: string): number {
  if (PRESIGNING.includes(name)) return 750 * KB;
  return name.endsWith('-api') ? 500 * KB : 900 * KB;
}
