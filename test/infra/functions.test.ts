import { beforeAll, describe, expect, test } from '@jest/globals';
import type * as z from 'zod';
import { AccountsEnvSchema } from '../../functions/accounts/env.ts';
import { ApiDocsEnvSchema } from '../../functions/api-docs/env.ts';
import { CampaignsEnvSchema } from '../../functions/campaigns/env.ts';
import { CrmTablesEnvSchema } from '../../functions/crm-tables/env.ts';
import { CustomersApiEnvSchema, RemovalEnvSchema } from '../../functions/customers/env.ts';
import { DefinitionsEnvSchema } from '../../functions/definitions/env.ts';
import { DocumentFilesEnvSchema, DocumentsApiEnvSchema } from '../../functions/documents/env.ts';
import {
  ExportCoordinatorEnvSchema,
  ExportShardEnvSchema,
  ExportStepEnvSchema,
  ExportsApiEnvSchema,
  StartExportEnvSchema,
} from '../../functions/exports/env.ts';
import { FiltersEnvSchema } from '../../functions/filters/env.ts';
import * as imports from '../../functions/imports/env.ts';
import { MaintenanceApiEnvSchema, WorkMaintenanceEnvSchema } from '../../functions/maintenance/env.ts';
import { PeopleApiEnvSchema, PeopleEnvSchema, SignInEnvSchema } from '../../functions/people/env.ts';
import { SchedulesEnvSchema } from '../../functions/schedules/env.ts';
import { lambdaEntries } from '../../tools/bundle.ts';
import { asText, bundleOf, ofType, ownFunctions, type Resource, referencesIn, synthesise } from './synthesis.ts';

const ENVIRONMENTS: Record<string, z.ZodType> = {
  'accounts-api': AccountsEnvSchema,
  'campaigns-api': CampaignsEnvSchema,
  'exports-api': ExportsApiEnvSchema,
  'step-plan-export': ExportCoordinatorEnvSchema,
  'step-read-export': ExportShardEnvSchema,
  'step-join-export': ExportStepEnvSchema,
  'step-finish-export': ExportCoordinatorEnvSchema,
  'filters-api': FiltersEnvSchema,
  'crm-tables-api': CrmTablesEnvSchema,
  'definitions-api': DefinitionsEnvSchema,
  'people-api': PeopleApiEnvSchema,
  'reconcile-sign-ins': SignInEnvSchema,
  'set-up-people': PeopleEnvSchema,
  'customers-api': CustomersApiEnvSchema,
  'remove-values': RemovalEnvSchema,
  'documents-api': DocumentsApiEnvSchema,
  'remove-documents': DocumentFilesEnvSchema,
  'maintenance-api': MaintenanceApiEnvSchema,
  'work-maintenance': WorkMaintenanceEnvSchema,
  'schedules-api': SchedulesEnvSchema,
  'api-docs-api': ApiDocsEnvSchema,
  'imports-api': imports.ImportsApiEnvSchema,
  'imports-preview-api': imports.PreviewApiEnvSchema,
  'start-import': imports.StartImportEnvSchema,
  'start-export': StartExportEnvSchema,
  'record-failed-start': imports.CoordinatorEnvSchema,
  'execution-ended': imports.DispatchEnvSchema,
  'watch-queues': imports.WatchEnvSchema,
  'step-plan': imports.PlanEnvSchema,
  'step-decode': imports.CoordinatorEnvSchema,
  'step-scan': imports.StepEnvSchema,
  'step-resolve-scan': imports.CoordinatorEnvSchema,
  'step-sort-run': imports.StepEnvSchema,
  'step-cut': imports.CoordinatorEnvSchema,
  'step-merge': imports.StepEnvSchema,
  'step-choose-route': imports.ChooseRouteEnvSchema,
  'step-bulk-copy': imports.CustomersEnvSchema,
  'step-differentiate': imports.CustomersEnvSchema,
  'step-plan-writes': imports.CoordinatorEnvSchema,
  'step-insert': imports.CustomersEnvSchema,
  'step-update': imports.CustomersEnvSchema,
  'step-plan-files': imports.CoordinatorEnvSchema,
  'step-assemble': imports.StepEnvSchema,
  'step-finish': imports.DispatchEnvSchema,
  'step-plan-index': imports.PlanEnvSchema,
  'step-read-index': imports.CustomersEnvSchema,
  'step-cut-index': imports.CoordinatorEnvSchema,
  'step-write-index': imports.WriteIndexEnvSchema,
  'step-flip-index': imports.CoordinatorEnvSchema,
  'step-clean-index': imports.CleanIndexEnvSchema,
};

let resources: Resource[];
let lambdas: Resource[];
beforeAll(() => {
  resources = synthesise();
  lambdas = ownFunctions(resources);
});

describe('every function', () => {
  test('has an entry file, and every entry file a function', () => {
    // Scans are a setting.
    const { 'record-scan': _, ...entries } = lambdaEntries();
    expect(new Set(lambdas.map(bundleOf))).toEqual(new Set(Object.keys(entries)));
    expect(new Set(lambdas.map(bundleOf)).size).toBe(lambdas.length);
  });

  test('runs on Node 24 and arm64, traced, with its log in JSON', () => {
    for (const { Properties } of lambdas) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: expect.any(String) } },
      });
      expect(Properties.Environment.Variables).toMatchObject({
        NODE_OPTIONS: '--enable-source-maps',
        LOG_LEVEL: 'INFO',
      });
    }
  });

  test('finds the environment that it reads, and nothing else', () => {
    for (const lambda of lambdas) {
      const { NODE_OPTIONS, LOG_LEVEL, ...own } = lambda.Properties.Environment.Variables;
      const values = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, asText(value)]));
      const schema = ENVIRONMENTS[bundleOf(lambda)];
      const parsed = schema?.safeParse(values);
      expect([bundleOf(lambda), parsed?.error]).toEqual([bundleOf(lambda), undefined]);
      expect(new Set(Object.keys(Object(parsed?.data)))).toEqual(new Set(Object.keys(own)));
    }
  });

  test('has a separate role', () => {
    const roles = lambdas.map(({ Properties }) => Properties.Role['Fn::GetAtt'][0]);
    expect(new Set(roles).size).toBe(lambdas.length);
  });
});

test('every log group has a retention', () => {
  for (const { Properties } of ofType(resources, 'AWS::Logs::LogGroup')) {
    expect(Properties.RetentionInDays).toBeGreaterThan(0);
  }
});

describe('a function that an event invokes', () => {
  /** Where an event goes that the function could not handle: a dead-letter queue, or a function that has one. */
  function lastPlacesOf(lambda: Resource | undefined): string[] {
    const own = referencesIn(lambda?.Properties.DeadLetterConfig);
    const [destination] = destinationsOf(lambda?.id);
    if (destination === undefined) return own;
    return [...own, ...referencesIn(lambdas.find(({ id }) => id === destination)?.Properties.DeadLetterConfig)];
  }

  const destinationsOf = (lambdaId: string | undefined): string[] =>
    ofType(resources, 'AWS::Lambda::EventInvokeConfig').flatMap(({ Properties }) =>
      Properties.FunctionName.Ref === lambdaId ? referencesIn(Properties.DestinationConfig) : [],
    );

  test('has a dead-letter queue, for what cannot be delivered and for what cannot be handled', () => {
    const queues = ofType(resources, 'AWS::SQS::Queue').map(({ id }) => id);
    for (const rule of ofType(resources, 'AWS::Events::Rule')) {
      for (const target of rule.Properties.Targets) {
        expect(queues).toContain(target.DeadLetterConfig.Arn['Fn::GetAtt'][0]);
        const [lambdaId] = referencesIn(target.Arn);
        const lambda = lambdas.find(({ id }) => id === lambdaId);
        const [last, ...others] = lastPlacesOf(lambda);
        expect(queues).toContain(last);
        expect(others).toEqual([]);
      }
    }
  });

  test('has its failure recorded if it starts imports', () => {
    const [startImport] = lambdas.filter((lambda) => bundleOf(lambda) === 'start-import');
    const [recorder] = lambdas.filter((lambda) => bundleOf(lambda) === 'record-failed-start');
    expect(startImport?.Properties.DeadLetterConfig).toBeUndefined();
    expect(destinationsOf(startImport?.id)).toEqual([recorder?.id]);
    // A recorder that failed and were its own destination would be invoked for ever.
    expect(destinationsOf(recorder?.id)).toEqual([]);
  });

  test('is retried', () => {
    const retried = ofType(resources, 'AWS::Lambda::EventInvokeConfig');
    for (const { Properties } of retried) expect(Properties.MaximumRetryAttempts).toBe(2);
    const events = lambdas.filter((lambda) => lastPlacesOf(lambda).length > 0);
    expect(new Set(retried.map(({ Properties }) => Properties.FunctionName.Ref))).toEqual(
      new Set(events.map(({ id }) => id)),
    );
  });

  test('is invoked for uploads, for imports that broke off, to watch the queues, to follow the users, and to remove values and documents, and for maintenance', () => {
    const rules = ofType(resources, 'AWS::Events::Rule').map(({ Properties }) => Properties);
    expect(rules.map((rule) => rule.EventPattern ?? rule.ScheduleExpression)).toEqual([
      {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [expect.anything()] }, object: { key: [{ prefix: 'uploads/' }] } },
      },
      {
        source: ['aws.states'],
        'detail-type': ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: [expect.anything()], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
      },
      'rate(1 minute)',
      'rate(5 minutes)',
      'rate(5 minutes)',
      'rate(5 minutes)',
      'rate(1 minute)',
    ]);
  });
});

test('every queue has a dead-letter queue or is one, is encrypted and requires TLS', () => {
  const ofFunctions = lambdas.flatMap(({ Properties }) => referencesIn(Properties.DeadLetterConfig));
  const ofRules = ofType(resources, 'AWS::Events::Rule').flatMap(({ Properties }) =>
    Properties.Targets.flatMap((target: { DeadLetterConfig: unknown }) => referencesIn(target.DeadLetterConfig)),
  );
  // The API makes schedules at run time, and knows their queue from its environment.
  const deadLetterQueues = [
    ...ofFunctions,
    ...ofRules,
    ...resources.map(({ id }) => id).filter((id) => /^SchedulesDeadLetters/.test(id)),
  ];
  const policies = ofType(resources, 'AWS::SQS::QueuePolicy');
  for (const { id, Properties } of ofType(resources, 'AWS::SQS::Queue')) {
    expect(Properties.RedrivePolicy !== undefined || deadLetterQueues.includes(id)).toBe(true);
    expect(Properties.SqsManagedSseEnabled).toBe(true);
    const policy = policies.find((candidate) => referencesIn(candidate.Properties.Queues).includes(id));
    expect(policy?.Properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  }
});
