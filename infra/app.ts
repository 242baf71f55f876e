import { join } from 'node:path';
import { App, DefaultStackSynthesizer, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { Source } from 'aws-cdk-lib/aws-s3-deployment';
import { AwsSolutionsChecks } from 'cdk-nag';
import { addStacks } from './composition.ts';
import { readSettings } from './settings.ts';

/** What the build leaves for the project itself. */
const NOT_SERVED = ['.*'];

const app = new App({
  analyticsReporting: false,
  // The CLI checks the bootstrap version; without this rule the templates need no look-up in the account.
  defaultStackSynthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
});
addStacks(app, {
  settings: readSettings(app.node.getAllContext()),
  site: Source.asset(join(import.meta.dirname, '../web/dist'), { exclude: NOT_SERVED }),
  codeOf: (bundle) => Code.fromAsset(join(import.meta.dirname, '../dist', bundle)),
});
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
