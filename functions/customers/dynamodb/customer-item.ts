import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { ImportOrigin } from '../domain/bulk-job.ts';
import { type CustomerFields, isWithoutValue } from '../domain/customer-fields.ts';
import type { PreparedCustomer } from '../domain/prepared-customer.ts';
import { shardOf } from '../domain/shard.ts';
import type { StoredCustomer } from '../domain/stored-customer.ts';
import { linePacker } from './packed-line.ts';

/**
 * The item of a customer. `PK` is `CUSTOMER#<prefix>#<shard>`, `SK` the Customer ID; each non-blank field is a text
 * attribute named by its code; `version` starts at 1. `importId` names the import that wrote it last and `fence` is
 * that import's; other writers keep both, and both are absent if no import wrote it. `i0` to `i9` name the imports that changed it (import-lines.ts). `deletedAt` (with `ttl`) makes it
 * a tombstone, `deletedVersion` is that of the tombstone that the
 * customer has replaced.
 */
export type CustomerItem = Record<string, AttributeValue>;

const FIRST_VERSION = 1;

export function shardKey(tablePrefix: string, shard: number): string {
  return `CUSTOMER#${tablePrefix}#${shard}`;
}

/** The attributes that a write of an import stores besides the version and the fields. */
export interface OriginAttributes {
  readonly importId: AttributeValue;
  readonly fence: AttributeValue;
  /** The line of the history for a change to this version. */
  readonly line: (version: number, isCreation: boolean) => AttributeValue;
}

export function originOf(origin: ImportOrigin): OriginAttributes {
  const pack = linePacker(origin);
  return {
    importId: { S: origin.importId },
    fence: { N: String(origin.fence) },
    line: (version, isCreation) => ({ B: pack(version, isCreation) }),
  };
}

/** Converts customers to items and back. */
export class CustomerLayout {
  readonly #fields: CustomerFields;
  readonly #origin: OriginAttributes | undefined;

  /** @param origin of an import's writes; all items share the same values */
  constructor(fields: CustomerFields, origin?: OriginAttributes) {
    this.#fields = fields;
    this.#origin = origin;
  }

  key(customerId: string): CustomerItem {
    const { prefix, shardCount } = this.#fields.table;
    return { PK: { S: shardKey(prefix, shardOf(customerId, shardCount)) }, SK: { S: customerId } };
  }

  /** @param version that of the new item */
  item(customer: PreparedCustomer, version = FIRST_VERSION): CustomerItem {
    const item = this.key(customer.customerId);
    item.version = { N: String(version) };
    if (this.#origin) {
      item.importId = this.#origin.importId;
      item.fence = this.#origin.fence;
    }
    this.eachAttribute(customer, (name, value) => {
      if (value !== undefined) item[name] = { S: value };
    });
    return item;
  }

  /**
   * Calls `each` for every attribute that the record decides, with its value, or undefined to remove it. With `blank:
   * 'keep'` a blank cell does not decide its field.
   */
  eachAttribute(customer: PreparedCustomer, each: (name: string, value: string | undefined) => void): void {
    for (const [index, { code }] of this.#fields.columns.entries()) {
      const cell = customer.cells[index];
      if (cell === '' && this.#fields.blank === 'keep') continue;
      each(code, isWithoutValue(cell) ? undefined : cell);
    }
  }

  /** The attributes that `stored` reads. */
  get readNames(): readonly string[] {
    return ['SK', 'version', 'importId', 'fence', 'deletedAt', ...this.#fields.columns.map(({ code }) => code)];
  }

  /** @throws Error when the item is not a customer's */
  stored(item: CustomerItem): StoredCustomer {
    const customerId = item.SK?.S;
    const version = Number(item.version?.N);
    const fence = Number(item.fence?.N ?? 0);
    const isCustomer = customerId !== undefined && Number.isSafeInteger(version) && Number.isSafeInteger(fence);
    if (!isCustomer) throw new Error('An item is not a customer.');
    return {
      customerId,
      version,
      importId: item.importId?.S,
      fence,
      deletedAt: item.deletedAt?.S,
      cells: this.#fields.columns.map(({ code }) => storedText(item[code])),
    };
  }
}

function storedText(value: AttributeValue | undefined): string {
  if (value === undefined) return '';
  if (value.S === undefined) throw new Error('A field of a stored customer is not a text.');
  return value.S;
}
