import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { CodeOf } from '../constructs/crm-function.ts';
import { addImportEvents } from '../constructs/import-events.ts';
import type { StatefulResources } from '../constructs/import-resources.ts';
import { addImportSteps } from '../constructs/import-steps.ts';
import { ImportSchedules } from '../constructs/schedules.ts';
import { addWorkflow, nameWorkflow } from '../constructs/workflow.ts';
import type { Settings } from '../settings.ts';

interface ImportStackProps extends StackProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly stateful: StatefulResources;
  /** Starts the exports of schedules. */
  readonly startExport: IFunction;
}

/** The import: its workflow, its functions, and the two rules that start and end imports. */
export class ImportStack extends Stack {
  /** Starts every import. */
  readonly startImport: IFunction;
  readonly schedules: ImportSchedules;

  constructor(scope: Construct, id: string, { settings, codeOf, stateful, startExport, ...props }: ImportStackProps) {
    super(scope, id, props);
    const workflow = nameWorkflow(this, settings, 'import');
    const indexJobs = nameWorkflow(this, settings, 'search-index');
    const common = { settings, codeOf, stateful, workflow, indexJobs };
    const { CleanIndex, ...importSteps } = addImportSteps(this, common);
    const { PlanIndex, ReadIndex, CutIndex, WriteIndex, FlipIndex } = importSteps;
    const indexSteps = { PlanIndex, ReadIndex, CutIndex, WriteIndex, FlipIndex, CleanIndex };
    const stateMachine = addWorkflow(this, 'ImportWorkflow', {
      settings,
      workflow,
      steps: importSteps,
    });
    addWorkflow(this, 'SearchIndexWorkflow', {
      settings,
      workflow: indexJobs,
      steps: indexSteps,
    });
    this.startImport = addImportEvents(this, common);
    this.schedules = new ImportSchedules(this, 'Schedules', { settings, startImport: this.startImport, startExport });
    new CfnOutput(this, 'ImportStateMachineArn', { value: stateMachine.stateMachineArn });
  }
}
