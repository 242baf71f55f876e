import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ADMINISTRATOR } from '../../../local/auth/people.ts';
import type { Cloud } from '../../../local/cloud.ts';
import type { TestRequest, TestResponse } from '../http.ts';
import { HIDDEN_FIELD, HIDING, LIMITED, MARKED_TABLE } from './markers.ts';
import { administratorOf, type SignedUpload, type Target } from './target.ts';

const BUILT_IN = { administrator: ADMINISTRATOR.userId, supervisor: 'samuel-okoro', agent: 'alma-lind' };

/** The embedded cloud over HTTP. The callers are users with roles as an administrator gives them. */
export class CloudTarget implements Target {
  readonly #cloud: Cloud;
  readonly #tokens = new Map<string, string>();
  readonly #s3: S3Client;

  private constructor(cloud: Cloud) {
    this.#cloud = cloud;
    const { endpoints, region, credentials } = cloud;
    this.#s3 = new S3Client({ endpoint: endpoints.s3, region, credentials });
  }

  static async on(cloud: Cloud): Promise<CloudTarget> {
    const target = new CloudTarget(cloud);
    for (const [role, user] of Object.entries(BUILT_IN)) target.#tokens.set(role, await cloud.token({ user }));
    return target;
  }

  /** Adds users for the roles of the fuzz that are not built in. After its set-up, since a role names accounts. */
  async addCallers(): Promise<void> {
    for (const role of [...HIDING, ...LIMITED]) this.#tokens.set(role, await this.#addCaller(role));
  }

  async send(
    method: string,
    address: string,
    { role = 'administrator', headers, body }: TestRequest,
  ): Promise<TestResponse> {
    const token = role === null ? undefined : this.#tokens.get(role);
    const response = await fetch(this.#cloud.endpoints.api + address, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : text || undefined;
    return { status: response.status, headers: Object.fromEntries(response.headers), body: parsed };
  }

  async putFile(key: string, body: string): Promise<void> {
    await this.#s3.send(new PutObjectCommand({ Bucket: this.#cloud.outputs.DataBucketName, Key: key, Body: body }));
  }

  async sendDocument({ url, headers }: SignedUpload, content: string): Promise<void> {
    const { ok, status } = await fetch(url, { method: 'PUT', headers, body: content });
    if (!ok) throw new Error(`The bucket answers ${status} to a document.`);
  }

  extrasOf() {
    return {};
  }

  /** Returns the token of a user with a role such as `agent!MARK.P022` or `agent@BRI`. */
  async #addCaller(role: string): Promise<string> {
    const { call } = administratorOf(this);
    const [name = ''] = role.split(/[!@]/);
    const accounts = role.includes('@') ? role.split('@')[1]?.split(',') : 'all';
    const roleId = role.includes('!') ? await this.#addHidingRole(name, role) : name;
    const user = await call('POST', '/users', { username: role, fullName: role });
    const grants = `/users/${user.body.id}/grants`;
    const { headers } = await call('GET', grants);
    await call('PUT', grants, { grants: [{ roleId, accounts }] }, { 'if-match': String(headers.etag) });
    return this.#cloud.token({ user: user.body.id });
  }

  async #addHidingRole(like: string, name: string): Promise<string> {
    const { call } = administratorOf(this);
    const { permissions } = (await call('GET', `/roles/${like}`)).body;
    const machines = ['interactions.deliver'];
    const given = permissions.filter((permission: string) => !machines.includes(permission));
    const fieldRules = [{ prefix: MARKED_TABLE, hidden: [HIDDEN_FIELD], readOnly: [] }];
    return (await call('POST', '/roles', { name, permissions: given, fieldRules })).body.id;
  }
}
