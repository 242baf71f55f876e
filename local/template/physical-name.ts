import type { Resource, Stack } from './cloud-assembly.ts';

/** The end of a logical id is a hash that tells apart ids which begin alike. */
const HASH_LENGTH = 8;
/** The shortest limit of all services: that of a bucket. */
const LONGEST_NAME = 63;

/**
 * A name for a resource without one in the template: its path in the CDK's tree, e.g. `import-step-plan-function`. It is the
 * same at every start, so that data and logs are found again.
 */
export function physicalName(stack: Stack, logicalId: string, resource: Resource): string {
  const path = resource.Metadata['aws:cdk:path'] ?? `${stack.name}/${logicalId}`;
  const name = path
    .replace(/\/Resource$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (name.length <= LONGEST_NAME) return name;
  const id = logicalId.toLowerCase();
  return id.length <= LONGEST_NAME ? id : id.slice(0, LONGEST_NAME - HASH_LENGTH) + id.slice(-HASH_LENGTH);
}
