import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { CodeOf } from '../constructs/crm-function.ts';
import { addExportSteps } from '../constructs/export-steps.ts';
import type { StatefulResources } from '../constructs/import-resources.ts';
import { addStartExport } from '../constructs/start-export.ts';
import { addWorkflow, nameWorkflow, type WorkflowName } from '../constructs/workflow.ts';
import { suppressExecutionFindings } from '../nag-suppressions.ts';
import type { Settings } from '../settings.ts';

interface ExportStackProps extends StackProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly stateful: StatefulResources;
}

/** The export: its workflow and its functions. */
export class ExportStack extends Stack {
  readonly workflow: WorkflowName;
  /** Starts the exports of schedules. */
  readonly startExport: IFunction;

  constructor(scope: Construct, id: string, { settings, codeOf, stateful, ...props }: ExportStackProps) {
    super(scope, id, props);
    this.workflow = nameWorkflow(this, settings, 'export');
    const steps = addExportSteps(this, { settings, codeOf, stateful });
    addWorkflow(this, 'ExportWorkflow', { settings, workflow: this.workflow, steps });
    this.startExport = addStartExport(this, { settings, codeOf, stateful, workflow: this.workflow });
    suppressExecutionFindings(this, this.workflow.name);
  }
}
