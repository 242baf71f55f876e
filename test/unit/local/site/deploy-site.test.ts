import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ObjectClient } from '../../../../local/s3/client.ts';
import { createS3Server, type S3Server } from '../../../../local/s3/server.ts';
import { deploySites } from '../../../../local/site/deploy-site.ts';
import { HostNames } from '../../../../local/template/host-names.ts';
import type { SiteDeployment } from '../../../../local/template/resources/site-deployments.ts';
import { temporaryFolder } from '../../../support/local/function-fixture.ts';

const credentials = { accessKeyId: 'LOCALKEY', secretAccessKey: 'secret' };
const client = new ObjectClient('us-east-1', credentials);

let dir: string;
let server: S3Server;
let base: string;
let puts: string[];
beforeEach(async () => {
  dir = temporaryFolder();
  puts = [];
  server = createS3Server({
    directory: join(dir, 's3'),
    buckets: [{ name: 'site', versioned: false }],
    credentials: { [credentials.accessKeyId]: credentials.secretAccessKey },
    onCall: ({ operation, key }) => operation === 'PutObject' && puts.push(key ?? ''),
  });
  base = `http://127.0.0.1:${(await server.listen(0)).port}/site/`;
});
afterEach(() => server.close());

function folder(name: string, files: Record<string, string>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name, file)), { recursive: true });
    writeFileSync(join(dir, name, file), text);
  }
  return join(dir, name);
}

const deploy = (deployments: SiteDeployment[], consoleUrl = 'http://127.0.0.1:7077') =>
  deploySites(deployments, {
    client,
    bucketAddress: () => base,
    hosts: new HostNames([['sign-in.example', consoleUrl]]),
    recordFile: join(dir, 'site-deployments.json'),
  });

async function read(key: string) {
  const { statusCode, headers, ...message } = await client
    .send({ method: 'GET', bucket: base, key })
    .then(async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(Buffer.from(chunk));
      return {
        statusCode: response.statusCode,
        headers: response.headers,
        text: Buffer.concat(chunks).toString('utf8'),
      };
    });
  return { status: statusCode, type: headers['content-type'], cache: headers['cache-control'], ...message };
}

function deployment(changes: Partial<SiteDeployment> = {}): SiteDeployment {
  const site = folder('site', { 'index.html': '<p>', 'assets/a-1.js': 'a', 'assets/f.woff2': 'f' });
  const sources = [{ folder: site, markers: {} }];
  return { id: 'D', sources, bucket: 'site', exclude: [], include: [], headers: {}, ...changes };
}

describe('a deployment of the console', () => {
  test('copies the files that it selects, each with its media type and the headers of the template', async () => {
    await deploy([
      deployment({ exclude: ['*'], include: ['assets/*'], headers: { 'cache-control': 'immutable' } }),
      deployment({ id: 'E', exclude: ['assets/*'], headers: { 'cache-control': 'no-cache' } }),
    ]);
    expect(puts.toSorted()).toEqual(['assets/a-1.js', 'assets/f.woff2', 'index.html']);
    expect(await read('index.html')).toEqual({
      status: 200,
      type: 'text/html; charset=utf-8',
      cache: 'no-cache',
      text: '<p>',
    });
    expect(await read('assets/a-1.js')).toMatchObject({ type: 'text/javascript; charset=utf-8', cache: 'immutable' });
    expect(await read('assets/f.woff2')).toMatchObject({ type: 'font/woff2' });
  });

  test('fills in markers, and turns addresses of AWS into those of this machine', async () => {
    const config = folder('config', { 'config.json': '{"signIn":"https://<<m:0>>","client":"<<m:1>>"}' });
    const markers = { '<<m:0>>': 'sign-in.example', '<<m:1>>': 'a"b' };
    await deploy([deployment({ sources: [{ folder: config, markers }] })]);
    const { type, text } = await read('config.json');
    expect([type, JSON.parse(text)]).toEqual(['application/json', { signIn: 'http://127.0.0.1:7077', client: 'a"b' }]);
  });

  test('is carried out again only if it or an address has changed', async () => {
    await deploy([deployment()]);
    const copied = puts.length;
    await deploy([deployment()]);
    expect(puts).toHaveLength(copied);
    await deploy([deployment({ headers: { 'cache-control': 'no-cache' } })]);
    expect(puts).toHaveLength(2 * copied);
    await deploy([deployment({ headers: { 'cache-control': 'no-cache' } })], 'http://127.0.0.1:4007');
    expect(puts).toHaveLength(3 * copied);
  });

  test('reports a bucket that rejects the file', async () => {
    base = base.replace('/site/', '/other/');
    await expect(deploy([deployment()])).rejects.toThrow('could not be stored');
  });
});
