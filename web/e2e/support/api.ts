import { environment, personOf } from './environment.ts';

interface Answer<Body> {
  readonly body: Body;
  readonly etag: string;
}

interface StoredTable {
  readonly draft: {
    readonly name: string;
    readonly defaultCountry: string;
    readonly tabs: readonly object[];
    readonly fields: readonly { readonly code: string }[];
  };
}

/** Prepares what a journey needs by the HTTP API, as another client of it. */
export class SeedApi {
  readonly #token: string;

  private constructor(token: string) {
    this.#token = token;
  }

  static async open(): Promise<SeedApi> {
    const { userId: user } = personOf('administrator');
    const response = await fetch(`${environment.issuer}/token`, {
      method: 'POST',
      headers: { accept: 'text/plain' },
      body: JSON.stringify({ user }),
    });
    return new SeedApi(await response.text());
  }

  /** @throws Error if the API does not succeed */
  async call<Body = unknown>(method: string, path: string, body?: object, ifMatch?: string): Promise<Answer<Body>> {
    const response = await fetch(environment.api + path, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return { body: text === '' ? undefined : JSON.parse(text), etag: response.headers.get('etag') ?? '' };
  }

  async createAccount(prefix: string, name = `Account ${prefix}`): Promise<void> {
    await this.call('POST', '/accounts', { prefix, name, manager: 'Brigitte Keller' });
  }

  /** @returns the id of the campaign */
  async createCampaign(accountPrefix: string, name: string, crmTablePrefix: string | null = null): Promise<string> {
    const path = `/accounts/${accountPrefix}/campaigns`;
    return (await this.call<{ readonly id: string }>('POST', path, { name, crmTablePrefix })).body.id;
  }

  async createCrmTable(accountPrefix: string, prefix: string, name = `Table ${prefix}`): Promise<void> {
    const path = `/accounts/${accountPrefix}/crm-tables`;
    const { etag } = await this.call('POST', path, { prefix, name, defaultCountry: 'GB' });
    await this.call('POST', `${path}/${prefix}/publish`, undefined, etag);
  }

  /** Changes fields of a CRM table's draft, by code: undefined removes a field; a code that the draft lacks adds one. */
  async updateFields(
    accountPrefix: string,
    prefix: string,
    changes: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>,
  ): Promise<void> {
    const path = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
    const { body, etag } = await this.call<StoredTable>('GET', path);
    const { name, defaultCountry, tabs, fields } = body.draft;
    const added = Object.keys(changes).filter((code) => fields.every((field) => field.code !== code));
    const next = [...fields, ...added.map((code) => ({ code }))].flatMap((field) => {
      if (!(field.code in changes)) return [field];
      const change = changes[field.code];
      return change === undefined ? [] : [{ ...field, ...change }];
    });
    await this.call('PUT', path, { name, defaultCountry, tabs, fields: next }, etag);
  }

  /** Publishes the draft, and confirms what it means for customers. */
  async publishCrmTable(accountPrefix: string, prefix: string): Promise<void> {
    const path = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
    const { body, etag } = await this.call<{ readonly confirm: string | null }>('GET', `${path}/changes`);
    const query = body.confirm === null ? '' : `?confirm=${encodeURIComponent(body.confirm)}`;
    await this.call('POST', `${path}/publish${query}`, undefined, etag);
  }

  /** @returns the Customer ID */
  async createCustomer(prefix: string, values: Readonly<Record<string, string>>, customerId?: string): Promise<string> {
    const order = { values, ...(customerId !== undefined && { customerId }) };
    const path = `/crm-tables/${prefix}/customers`;
    return (await this.call<{ readonly customerId: string }>('POST', path, order)).body.customerId;
  }

  /** Another person changes some fields of a customer. */
  async updateCustomer(prefix: string, customerId: string, values: Readonly<Record<string, string>>): Promise<void> {
    const path = `/crm-tables/${prefix}/customers/${customerId}`;
    const { etag } = await this.call('GET', path);
    await this.call('PATCH', path, { values }, etag);
  }

  /** Another person changes some members of an account. */
  async updateAccount(prefix: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
    const path = `/accounts/${prefix}`;
    const { body, etag } = await this.call<{ readonly name: string; readonly manager: string }>('GET', path);
    await this.call('PUT', path, { name: body.name, manager: body.manager, ...changes }, etag);
  }

  /** Makes an import definition with two versions, and a schedule that uses it. */
  async createImportSetUp(prefix: string): Promise<{ readonly definitionId: string; readonly scheduleId: string }> {
    const path = `/crm-tables/${prefix}/definitions`;
    const definition = { name: 'Weekly customers', options: {}, mapping: [], isDefault: false };
    const { body, etag } = await this.call<{ readonly definitionId: string }>('POST', path, definition);
    const { definitionId } = body;
    const mapping = [{ column: 'Forename', field: 'P010', values: { '-': { clear: true } } }];
    await this.call('PUT', `${path}/${definitionId}`, { ...definition, options: { blank: 'keep' }, mapping }, etag);
    const schedule = {
      name: 'Every Monday',
      source: { kind: 'newest' },
      definition: definitionId,
      when: { frequency: 'weekly', weekdays: ['monday'], time: '06:30' },
      timeZone: 'Europe/London',
    };
    const made = await this.call<{ readonly scheduleId: string }>('POST', `/crm-tables/${prefix}/schedules`, schedule);
    return { definitionId, scheduleId: made.body.scheduleId };
  }

  /** @returns the id of the group */
  async createGroup(name: string): Promise<string> {
    return (await this.call<{ readonly id: string }>('POST', '/groups', { name })).body.id;
  }

  /** A role that sees customers of a CRM table without their telephone numbers. @returns its id */
  async createRole(name: string, table: string): Promise<string> {
    const fieldRules = [{ prefix: table, hidden: ['P012'], readOnly: ['P010'] }];
    const role = { name, permissions: ['setup.read', 'customers.search'], fieldRules };
    return (await this.call<{ readonly id: string }>('POST', '/roles', role)).body.id;
  }

  /** @returns the id of the user */
  async createUser(username: string, fullName: string): Promise<string> {
    const user = { username, fullName, email: `${username}@example.com`.toLowerCase() };
    return (await this.call<{ readonly id: string }>('POST', '/users', user)).body.id;
  }

  /** Gives a user without roles these ones. */
  async grant(userId: string, grants: readonly object[]): Promise<void> {
    const { etag } = await this.call('GET', `/users/${userId}/grants`);
    await this.call('PUT', `/users/${userId}/grants`, { grants }, etag);
  }

  /** Announces an import and sends its file. @returns the id of the import */
  async importFile(prefix: string, fileName: string, content: string): Promise<string> {
    const order = { prefix, fileName, bytes: Buffer.byteLength(content) };
    interface Announced {
      readonly importId: string;
      readonly upload: { readonly url: string; readonly headers: Record<string, string> };
    }
    const { importId, upload } = (await this.call<Announced>('POST', '/imports', order)).body;
    const sent = await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: content });
    if (!sent.ok) throw new Error(`The upload answered ${sent.status}.`);
    return importId;
  }
}
