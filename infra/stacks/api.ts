import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import * as z from 'zod';
import { ImportsApiEnvSchema } from '../../functions/imports/env.ts';
import { type CodeOf, CrmFunction, type EnvSchema } from '../constructs/crm-function.ts';
import { type ApiRoute, ProtectedApi } from '../constructs/http-api.ts';
import type { KeptResources } from '../constructs/import-resources.ts';
import * as may from '../constructs/permissions.ts';
import { addSignIn } from '../constructs/sign-in.ts';
import type { Settings } from '../settings.ts';

interface ApiStackProps extends StackProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly kept: KeptResources;
}

/** A third of a processor answers a request in tens of milliseconds; twice the memory would not halve that. */
const MEMORY_MEGABYTES = 512;
/** API Gateway gives up after 30 seconds. */
const TIMEOUT_SECONDS = 29;

/** The HTTP API: one function per domain, behind sign-in. */
export class ApiStack extends Stack {
  readonly #common: Pick<ApiStackProps, 'settings' | 'codeOf'>;
  readonly #api: ProtectedApi;

  constructor(scope: Construct, id: string, { settings, codeOf, kept, ...props }: ApiStackProps) {
    super(scope, id, props);
    this.#common = { settings, codeOf };
    const { pool, client } = addSignIn(this, settings);
    this.#api = new ProtectedApi(this, 'HttpApi', { settings, pool, client });

    const control = { CONTROL_TABLE: kept.controlTable.tableName };
    const files = { DATA_BUCKET: kept.bucket.bucketName };
    const write = may.writeAndDeleteControl(kept.controlTable);
    const read = [...may.readControl(kept.controlTable), ...may.readObjects(kept.bucket, ['imports', 'work'])];
    const ControlEnv = z.object({ CONTROL_TABLE: z.string() });
    const crud = (path: string): ApiRoute[] => [
      { method: 'GET', path },
      { method: 'POST', path },
    ];
    const one = (path: string): ApiRoute[] => [
      { method: 'GET', path },
      { method: 'PUT', path },
      { method: 'PATCH', path },
      { method: 'DELETE', path },
    ];
    const A = '/accounts/{accountPrefix}';
    this.#domain('accounts', [...crud('/accounts'), ...one(A)], ControlEnv, control, write);
    this.#domain(
      'campaigns',
      [...crud(`${A}/campaigns`), ...one(`${A}/campaigns/{campaignId}`)],
      ControlEnv,
      control,
      write,
    );
    this.#domain(
      'crm-tables',
      [
        ...crud(`${A}/crm-tables`),
        ...one(`${A}/crm-tables/{prefix}`),
        { method: 'POST', path: `${A}/crm-tables/{prefix}/publish` },
        { method: 'GET', path: `${A}/crm-tables/{prefix}/versions` },
        { method: 'GET', path: `${A}/crm-tables/{prefix}/versions/{version}` },
      ],
      ControlEnv,
      control,
      write,
    );
    this.#domain(
      'imports',
      [
        { method: 'GET', path: '/imports' },
        { method: 'GET', path: '/imports/{importId}' },
      ],
      ImportsApiEnvSchema,
      { ...control, ...files },
      read,
    );

    new CfnOutput(this, 'ApiUrl', { value: this.#api.url });
    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId });
    new CfnOutput(this, 'UserPoolClientId', { value: client.userPoolClientId });
  }

  #domain<Schema extends EnvSchema>(
    domain: string,
    routes: readonly ApiRoute[],
    schema: Schema,
    environment: z.input<Schema>,
    permissions: readonly PolicyStatement[],
  ): void {
    const { lambda } = new CrmFunction(this, `Api-${domain}`, {
      ...this.#common,
      bundle: `${domain}-api`,
      description: `HTTP API: ${domain}`,
      schema,
      environment,
      permissions,
      memoryMegabytes: MEMORY_MEGABYTES,
      timeoutSeconds: TIMEOUT_SECONDS,
    });
    this.#api.route(domain, lambda, routes);
  }
}
