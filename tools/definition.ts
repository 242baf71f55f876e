// Prints the definition of a workflow as it is deployed, with the retriers and the settings, and with a placeholder for the
// ARN of each function. Without a name it is that of the import:
//   node tools/definition.ts [import | search-index]
import { isWorkflowFile, WORKFLOW_FILES, workflowDefinition } from '../infra/constructs/workflow-definition.ts';
import { readSettings } from '../infra/settings.ts';

const name = process.argv[2] ?? 'import';
if (!isWorkflowFile(name))
  throw new Error(`There is no workflow ${name}. The workflows are: ${WORKFLOW_FILES.join(', ')}.`);
console.log(JSON.stringify(workflowDefinition(name, readSettings({})), undefined, 2));
