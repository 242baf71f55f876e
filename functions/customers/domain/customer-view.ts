import { CUSTOMER_ID_CODE, type Field, type PublishedTable, VIP_FIELD } from '../../crm-tables/index.ts';
import type { Match } from '../../search/index.ts';
import { type Caller, scopeOf } from '../../shared/domain/caller.ts';
import { type FieldAccess, fieldAccess } from '../../shared/domain/field-rules.ts';
import type { Permission } from '../../shared/domain/permissions.ts';
import type { ConflictSides } from './conflict.ts';
import type { CustomerRecord } from './customer-record.ts';
import { type DocumentChange, type DocumentEvent, deletedDocument, isDocumentEvent } from './document-event.ts';
import { type FieldChange, type HistoryEvent, isChange, type StoredEvent, withoutValues } from './history-event.ts';
import { deletedNote } from './note.ts';

type Values = Readonly<Record<string, string>>;

/** A customer as one caller may see it. */
export interface ShownCustomer {
  readonly prefix: string;
  readonly customerId: string;
  readonly values: Values;
  /** Undefined if the table has no VIP field, or the caller does not see it. */
  readonly isVip: boolean | undefined;
}

/** A match of a search. */
export interface ShownHit extends ShownCustomer {
  /** The fields by which the customer was found, with their labels. */
  readonly matched: readonly (Match & { readonly label: string })[];
}

const YES = /^(?:yes|true|y|1)$/i;

/**
 * The only way by which a customer leaves the code: what one caller may see of the customers of one CRM table by one
 * permission, and what they may write. A hidden field is answered like one that does not exist.
 */
export class CustomerView {
  readonly table: PublishedTable;
  /** The fields that the caller sees, without the Customer ID, in column order. */
  readonly fields: readonly Field[];
  readonly #access: FieldAccess;
  readonly #byCode: ReadonlyMap<string, Field>;
  readonly #grants: Pick<Caller, 'grants'>;

  constructor(caller: Pick<Caller, 'grants'>, permission: Permission, table: PublishedTable) {
    this.table = table;
    this.#access = fieldAccess(caller, permission, table);
    this.fields = table.fields.filter(({ code }) => code !== CUSTOMER_ID_CODE && !this.#access.isHidden(code));
    this.#byCode = new Map(this.fields.map((field) => [field.code, field]));
    this.#grants = caller;
  }

  /** Whether the caller has a permission on the account of the table. */
  has(permission: Permission): boolean {
    const scope = scopeOf(this.#grants, permission);
    return scope === 'all' || scope.includes(this.table.accountPrefix);
  }

  /** A field that the caller sees; undefined also for the Customer ID. */
  field(code: string): Field | undefined {
    return this.#byCode.get(code);
  }

  /** Whether the roles of the caller hide a field of the table. */
  get hidesFields(): boolean {
    return this.table.fields.some(({ code }) => code !== CUSTOMER_ID_CODE && !this.#byCode.has(code));
  }

  isReadOnly(code: string): boolean {
    return this.#access.isReadOnly(code);
  }

  show({ customerId, values }: CustomerRecord): ShownCustomer {
    const { prefix } = this.table;
    return { prefix, customerId, values: pick(values, this.fields), isVip: this.#isVip(values) };
  }

  /** A match with the Result columns of the table. */
  showHit(record: CustomerRecord, matched: readonly Match[]): ShownHit {
    const columns = this.fields.filter(({ flags }) => flags.result);
    const isShown = ({ field }: Match) => field === CUSTOMER_ID_CODE || this.#byCode.has(field);
    const labels = new Map(this.table.fields.map(({ code, label }) => [code, label]));
    const shown = matched.filter(isShown).map((match) => ({ ...match, label: labels.get(match.field) ?? match.field }));
    return { ...this.show(record), values: pick(record.values, columns), matched: shown };
  }

  /**
   * The visible part of an event; undefined for a change of hidden fields alone, and for a note or a document that the caller may not
   * read.
   * @param deletedVersion an event up to this version is shown without values, whether or not they are removed already
   */
  showEvent(event: StoredEvent, deletedVersion: number): StoredEvent | undefined {
    if (isChange(event)) return this.#showChange(event, deletedVersion);
    if (isDocumentEvent(event)) return this.#showDocument(event, deletedVersion);
    if (!this.has('notes.write')) return undefined;
    // The notes of a customer end with it, whether or not their texts are removed already.
    return event.kind === 'note' && event.version <= deletedVersion ? deletedNote(event) : event;
  }

  #showDocument(
    event: DocumentEvent | DocumentChange,
    deletedVersion: number,
  ): DocumentEvent | DocumentChange | undefined {
    if (!this.has('documents.read')) return undefined;
    return event.kind === 'document' && event.version <= deletedVersion ? deletedDocument(event) : event;
  }

  #showChange(event: HistoryEvent, deletedVersion: number): HistoryEvent | undefined {
    const visible = this.showChanges(event.changes);
    const changes = event.version > deletedVersion ? visible : withoutValues(visible);
    return changes.length === 0 && event.kind === 'updated' ? undefined : { ...event, changes };
  }

  /** The changes of fields that the caller sees. */
  showChanges(changes: readonly FieldChange[]): FieldChange[] {
    return changes.filter(({ code }) => this.#byCode.has(code));
  }

  showSides(sides: readonly ConflictSides[]): readonly ConflictSides[] {
    return sides.filter(({ code }) => this.#byCode.has(code));
  }

  #isVip(values: Values): boolean | undefined {
    const field = this.#byCode.get(VIP_FIELD.code);
    return field && YES.test(values[field.code] ?? '');
  }
}

function pick(values: Values, fields: readonly Field[]): Values {
  const shown: Record<string, string> = {};
  for (const { code } of fields) {
    const value = values[code];
    if (value !== undefined && value !== '') shown[code] = value;
  }
  return shown;
}
