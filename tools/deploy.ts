// Bundles the functions, builds the console and deploys all stacks. An import gets at most half of the account's
// concurrency, so that the API is answered while it runs:
//   node tools/deploy.ts [arguments of cdk deploy, e.g. -c stage=production]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { bundle } from './bundle.ts';
import { cdk } from './cdk.ts';
import { mapConcurrencyArguments } from './deploy/map-concurrency.ts';
import { buildConsole } from './web.ts';

const args = process.argv.slice(2);
const contextFile = join(import.meta.dirname, '../cdk.context.json');
const context = existsSync(contextFile) ? readFileSync(contextFile, 'utf8') : '{}';

const own = await mapConcurrencyArguments(args, context, (profile) => new LambdaClient(profile ? { profile } : {}));
await bundle();
await buildConsole();
process.exitCode = cdk('deploy', '--all', ...own, ...args);
