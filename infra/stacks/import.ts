import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { CodeOf } from '../constructs/crm-function.ts';
import { addImportEvents } from '../constructs/import-events.ts';
import { nameWorkflow, type StatefulResources } from '../constructs/import-resources.ts';
import { addImportSteps } from '../constructs/import-steps.ts';
import { addImportWorkflow } from '../constructs/import-workflow.ts';
import { ImportSchedules } from '../constructs/schedules.ts';
import { suppressExecutionFindings } from '../nag-suppressions.ts';
import type { Settings } from '../settings.ts';

interface ImportStackProps extends StackProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly stateful: StatefulResources;
}

/** The import: its workflow, its functions, and the two rules that start and end imports. */
export class ImportStack extends Stack {
  /** Starts every import. */
  readonly startImport: IFunction;
  readonly schedules: ImportSchedules;

  constructor(scope: Construct, id: string, { settings, codeOf, stateful, ...props }: ImportStackProps) {
    super(scope, id, props);
    const workflow = nameWorkflow(this, settings);
    suppressExecutionFindings(this, workflow.name);
    const common = { settings, codeOf, stateful, workflow };
    const steps = addImportSteps(this, common);
    const stateMachine = addImportWorkflow(this, 'ImportWorkflow', { settings, workflow, steps });
    this.startImport = addImportEvents(this, common);
    this.schedules = new ImportSchedules(this, 'Schedules', { settings, startImport: this.startImport });
    new CfnOutput(this, 'ImportStateMachineArn', { value: stateMachine.stateMachineArn });
  }
}
