import type { FunctionConfig } from '../functions/types.ts';
import type { StateMachineConfig } from '../step-functions/step-functions.ts';
import { readCloudAssembly } from './cloud-assembly.ts';
import type { HostNames } from './host-names.ts';
import type { Place } from './place.ts';
import { type ResolvedResource, Resolver } from './resolver.ts';
import { SITE_DEPLOYMENT } from './resource-types.ts';
import { type AsyncSettings, readAsyncSettings } from './resources/async-settings.ts';
import { type BucketConfig, readBucket } from './resources/buckets.ts';
import { type DistributionConfig, readDistribution } from './resources/distributions.ts';
import { readFunction } from './resources/functions.ts';
import { readHostNames } from './resources/host-names.ts';
import { type HttpApiConfig, readHttpApi } from './resources/http-apis.ts';
import { type RuleConfig, readRule } from './resources/rules.ts';
import { readSiteDeployment, type SiteDeployment } from './resources/site-deployments.ts';
import { readStateMachine } from './resources/state-machines.ts';
import { readTable, type TableConfig } from './resources/tables.ts';
import { readUserPool, type UserPool } from './resources/user-pools.ts';

/** The resources in the app's templates that this cloud runs. */
export interface CloudTemplate {
  readonly tables: readonly TableConfig[];
  readonly buckets: readonly BucketConfig[];
  readonly functions: readonly FunctionConfig[];
  /** By function name. */
  readonly asyncSettings: ReadonlyMap<string, AsyncSettings>;
  /** Queue names by ARN. */
  readonly queues: ReadonlyMap<string, string>;
  readonly scheduleGroups: ReadonlyArray<{ readonly name: string; readonly arn: string }>;
  readonly rules: readonly RuleConfig[];
  readonly stateMachines: readonly StateMachineConfig[];
  readonly httpApis: readonly HttpApiConfig[];
  readonly userPool: UserPool | undefined;
  readonly distributions: readonly DistributionConfig[];
  readonly siteDeployments: readonly SiteDeployment[];
  readonly hosts: HostNames;
  /** The stacks' outputs by their keys, e.g. `DataBucketName`. */
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * Reads the templates in the output of `cdk synth` in `dir`.
 * @throws Error that names the unsupported elements
 */
export function readCloudTemplate(dir: string, place: Place): CloudTemplate {
  const assembly = readCloudAssembly(dir);
  const resolver = new Resolver(assembly, place);
  const all = resolver.resources();
  checkNames(all);
  const ofType = (type: string) => all.filter((resource) => resource.type === type);
  const functions = ofType('AWS::Lambda::Function');
  const hosts = readHostNames(all, place);
  return {
    tables: ofType('AWS::DynamoDB::GlobalTable').map(readTable),
    buckets: ofType('AWS::S3::Bucket').map(readBucket),
    functions: functions.map((resource) => readFunction(resource, assembly.assets)),
    asyncSettings: readAsyncSettings(functions, ofType('AWS::Lambda::EventInvokeConfig')),
    queues: new Map(ofType('AWS::SQS::Queue').map(({ name, attributes }) => [attributes.Arn ?? '', name])),
    scheduleGroups: ofType('AWS::Scheduler::ScheduleGroup').map(({ name, attributes }) => ({
      name,
      arn: attributes.Arn ?? '',
    })),
    rules: ofType('AWS::Events::Rule').map(readRule),
    stateMachines: ofType('AWS::StepFunctions::StateMachine').map((resource) =>
      readStateMachine(resource, assembly.assets),
    ),
    httpApis: ofType('AWS::ApiGatewayV2::Api').map((api) => readHttpApi(api, all)),
    userPool: readUserPool(all, hosts),
    distributions: ofType('AWS::CloudFront::Distribution').map((resource) => readDistribution(resource, all, hosts)),
    siteDeployments: ofType(SITE_DEPLOYMENT).map((resource) => readSiteDeployment(resource, assembly.assets)),
    hosts,
    outputs: Object.fromEntries(Object.entries(resolver.outputs()).map(([key, value]) => [key, hosts.localise(value)])),
  };
}

/** Two resources with the same type and name would share their data. */
function checkNames(resources: readonly ResolvedResource[]): void {
  const seen = new Set<string>();
  for (const { type, name } of resources) {
    if (seen.has(`${type} ${name}`)) throw new Error(`Two resources of type ${type} have the name ${name}.`);
    seen.add(`${type} ${name}`);
  }
}
