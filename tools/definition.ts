// Prints the definition of the import's workflow as it is deployed, with the retriers and the settings, and with a
// placeholder for the ARN of each function:
//   node tools/definition.ts
import { importDefinition } from '../infra/constructs/import-definition.ts';
import { readSettings } from '../infra/settings.ts';

console.log(JSON.stringify(importDefinition(readSettings({})), undefined, 2));
