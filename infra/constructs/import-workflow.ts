import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { importDefinition } from './import-definition.ts';
import type { WorkflowName } from './import-resources.ts';
import { ownService } from './permissions.ts';

interface ImportWorkflowProps {
  readonly settings: Settings;
  readonly workflow: WorkflowName;
  readonly steps: Readonly<Record<string, IFunction>>;
}

/** Adds the state machine of the import; a step's name and `FunctionArn` is its placeholder in the definition. */
export function addImportWorkflow(scope: Construct, id: string, { settings, workflow, steps }: ImportWorkflowProps) {
  const role = new Role(scope, `${id}Role`, { assumedBy: ownService(scope, 'states.amazonaws.com') });
  const functionArns = Object.entries(steps).map(([name, step]) => [`${name}FunctionArn`, step.functionArn]);
  const stateMachine = new StateMachine(scope, id, {
    stateMachineName: workflow.name,
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(JSON.stringify(importDefinition(settings))),
    definitionSubstitutions: Object.fromEntries(functionArns),
    role,
    tracingEnabled: true,
    logs: {
      level: LogLevel.ALL,
      // An error travels with its message, which may quote what was wrong.
      includeExecutionData: false,
      destination: new LogGroup(scope, `${id}Logs`, {
        // Step Functions writes only to a group that its delivery service knows, which this prefix sees to.
        logGroupName: `/aws/vendedlogs/states/${workflow.name}`,
        retention: settings.logRetention,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    },
  });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: Object.values(steps).map((step) => step.functionArn),
    }),
  );
  allowDistributedMaps(scope, id, role, workflow);
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'Log delivery and X-Ray have no resources to name: IAM offers no narrower form.',
  });
  return stateMachine;
}

/** A Distributed Map runs its items as executions of the same state machine. A policy of its own, or the two wait for each other. */
function allowDistributedMaps(scope: Construct, id: string, role: Role, workflow: WorkflowName): void {
  new Policy(scope, `${id}MapPolicy`, {
    roles: [role],
    statements: [
      new PolicyStatement({ actions: ['states:StartExecution'], resources: [workflow.arn] }),
      new PolicyStatement({
        actions: ['states:DescribeExecution', 'states:StopExecution'],
        // A run's items are named after the run, or after the state machine where its service names no run.
        resources: [workflow.mapRunsArn, workflow.executionsArn],
      }),
    ],
  });
}
