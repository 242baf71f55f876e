import type { App } from 'aws-cdk-lib';
import type { ISource } from 'aws-cdk-lib/aws-s3-deployment';
import type { CodeOf } from './constructs/crm-function.ts';
import { OBJECTS } from './constructs/permissions.ts';
import { suppressObjectFindings } from './nag-suppressions.ts';
import type { Settings } from './settings.ts';
import { ApiStack } from './stacks/api.ts';
import { DataStack } from './stacks/data.ts';
import { ExportStack } from './stacks/export.ts';
import { ImportStack } from './stacks/import.ts';
import { ObservabilityStack } from './stacks/observability.ts';
import { WebStack } from './stacks/web.ts';

/** The inputs of all stacks. */
export interface Composition {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  /** The built console. */
  readonly site: ISource;
}

/** Adds Switchboard's stacks to an app: first the stateful ones, then those that compute. */
export function addStacks(app: App, { settings, codeOf, site }: Composition): void {
  const stackName = (part: string) => `switchboard-${settings.stage}-${part}`;
  const data = new DataStack(app, 'Data', { stackName: stackName('data'), settings });
  const exports = new ExportStack(app, 'Export', { stackName: stackName('export'), settings, codeOf, stateful: data });
  const imports = new ImportStack(app, 'Import', {
    ...{ stackName: stackName('import'), settings, codeOf, stateful: data },
    startExport: exports.startExport,
  });
  const { startImport, schedules } = imports;
  const called = { stateful: data, startImport, schedules, exports: exports.workflow };
  const api = new ApiStack(app, 'Api', { stackName: stackName('api'), settings, codeOf, ...called });
  new WebStack(app, 'Web', { stackName: stackName('web'), settings, site, console: api.console });
  const watched = [imports, exports, api];
  new ObservabilityStack(app, 'Observability', { stackName: stackName('observability'), settings, data, watched });
  const { documents, uploads, inbox, results, plan, sorted, rejected, work, before, cancelFlags } = OBJECTS;
  const { exports: exported } = OBJECTS;
  suppressObjectFindings(exports, data.bucket, [work, exported]);
  suppressObjectFindings(imports, data.bucket, [uploads, inbox, results, plan, sorted, rejected, work, cancelFlags]);
  suppressObjectFindings(api, data.bucket, [uploads, inbox, results, work, before, cancelFlags, exported]);
  suppressObjectFindings(api, data.documentsBucket, [documents]);
}
