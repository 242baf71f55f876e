import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { acknowledgeExecutions } from '../acknowledgements.ts';
import type { CodeOf } from '../constructs/crm-function.ts';
import { addImportEvents } from '../constructs/import-events.ts';
import { type KeptResources, nameWorkflow } from '../constructs/import-resources.ts';
import { addImportSteps } from '../constructs/import-steps.ts';
import { addImportWorkflow } from '../constructs/import-workflow.ts';
import { ImportSchedules } from '../constructs/schedules.ts';
import type { Settings } from '../settings.ts';

interface ImportStackProps extends StackProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly kept: KeptResources;
}

/** The import: its workflow, the functions behind it, and the two rules that start and close it. */
export class ImportStack extends Stack {
  /** Every start goes through it. */
  readonly startImport: IFunction;
  readonly schedules: ImportSchedules;

  constructor(scope: Construct, id: string, { settings, codeOf, kept, ...props }: ImportStackProps) {
    super(scope, id, props);
    const workflow = nameWorkflow(this, settings);
    acknowledgeExecutions(this, workflow.name);
    const common = { settings, codeOf, kept, workflow };
    const steps = addImportSteps(this, common);
    const stateMachine = addImportWorkflow(this, 'ImportWorkflow', { settings, workflow, steps });
    this.startImport = addImportEvents(this, common);
    this.schedules = new ImportSchedules(this, 'Schedules', { settings, startImport: this.startImport });
    new CfnOutput(this, 'ImportStateMachineArn', { value: stateMachine.stateMachineArn });
  }
}
