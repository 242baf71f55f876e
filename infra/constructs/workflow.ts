import { ArnFormat, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { suppressExecutionFindings } from '../nag-suppressions.ts';
import type { Settings } from '../settings.ts';
import { ownService } from './permissions.ts';
import { type WorkflowFile, workflowDefinition } from './workflow-definition.ts';

/**
 * The name of a state machine. The last step of an import starts the next import, and the API starts and watches executions,
 * so a function that uses a state machine cannot depend on its ARN.
 */
export interface WorkflowName {
  /** The name of its definition in `statemachines/`. */
  readonly file: WorkflowFile;
  readonly name: string;
  readonly arn: string;
  /** Matches every execution of it. */
  readonly executionsArn: string;
  /** Matches every run of a Distributed Map in it. */
  readonly mapRunsArn: string;
}

export function nameWorkflow(scope: Construct, { stage }: Settings, file: WorkflowFile): WorkflowName {
  const name = `switchboard-${stage}-${file}`;
  const arnOf = (resource: string, resourceName: string) =>
    Stack.of(scope).formatArn({
      service: 'states',
      resource,
      resourceName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  return {
    file,
    name,
    arn: arnOf('stateMachine', name),
    executionsArn: arnOf('execution', `${name}:*`),
    mapRunsArn: arnOf('execution', `${name}/*`),
  };
}

interface WorkflowProps {
  readonly settings: Settings;
  readonly workflow: WorkflowName;
  readonly steps: Readonly<Record<string, IFunction>>;
}

/** Adds a state machine. The placeholder of a step in its definition is the name of the step followed by `FunctionArn`. */
export function addWorkflow(scope: Construct, id: string, { settings, workflow, steps }: WorkflowProps) {
  suppressExecutionFindings(scope, workflow.name);
  const role = new Role(scope, `${id}Role`, { assumedBy: ownService(scope, 'states.amazonaws.com') });
  const functionArns = Object.entries(steps).map(([name, step]) => [`${name}FunctionArn`, step.functionArn]);
  const stateMachine = new StateMachine(scope, id, {
    stateMachineName: workflow.name,
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(JSON.stringify(workflowDefinition(workflow.file, settings))),
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
