import type { Resource, Stack } from './cloud-assembly.ts';

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
  return name.length <= LONGEST_NAME ? name : logicalId.toLowerCase().slice(0, LONGEST_NAME);
}
