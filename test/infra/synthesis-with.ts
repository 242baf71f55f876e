import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { Source } from 'aws-cdk-lib/aws-s3-deployment';
import { addStacks } from '../../infra/composition.ts';
import { readSettings } from '../../infra/settings.ts';
import { type Resource, root } from './synthesis.ts';

/**
 * The resources of each stack by its name; each function's inline code is the name of its bundle, so that nothing has to be
 * bundled.
 */
export function synthesiseStacksWith(context: Readonly<Record<string, string>>): Record<string, Resource[]> {
  // The templates are validated by `npm run synth`; here that would take longer than all the tests.
  process.env.CDK_VALIDATION = 'false';
  const cdkJson = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  const app = new App({ context: { ...cdkJson.context, 'aws:cdk:bundling-stacks': [] } });
  addStacks(app, {
    settings: readSettings(context),
    codeOf: (bundle) => Code.fromInline(bundle),
    site: Source.data('index.html', '<!doctype html>'),
  });
  const stacks = app.synth().stacks.map(({ stackName, template }): [string, Resource[]] => {
    const resources = Object.entries<Omit<Resource, 'id'>>(template.Resources);
    return [stackName, resources.map(([id, resource]) => ({ id, ...resource }))];
  });
  return Object.fromEntries(stacks);
}
