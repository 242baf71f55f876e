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

/** Adds the state machine of the import. The placeholder of a step in the definition is its name followed by `FunctionArn`. */
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
      // Data may include error messages, which may quote values of the file.
      includeExecutionData: false,
      destination: new LogGroup(scope, `${id}Logs`, {
        // Step Functions' log delivery may write only to log groups with this prefix.
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
    reason: 'Log delivery and X-Ray have no resource names: IAM offers no narrower form.',
  });
  return stateMachine;
}

/** A Distributed Map starts its items as executions of the same state machine. A separate policy avoids a circular dependency. */
function allowDistributedMaps(scope: Construct, id: string, role: Role, workflow: WorkflowName): void {
  new Policy(scope, `${id}MapPolicy`, {
    roles: [role],
    statements: [
      new PolicyStatement({ actions: ['states:StartExecution'], resources: [workflow.arn] }),
      new PolicyStatement({
        actions: ['states:DescribeExecution', 'states:StopExecution'],
        // Items are named after the Map's run, or after the state machine if the service gives no run.
        resources: [workflow.mapRunsArn, workflow.executionsArn],
      }),
    ],
  });
}
