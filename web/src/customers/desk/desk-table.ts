import type { components } from '../../shared/api/schema.ts';
import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import { type Field, resultColumns, type Structure, seenFields, withFlag } from '../fields-model.ts';
import type { TableAddress } from './address.ts';
import type { TableRights } from './rights-model.ts';

/** A published CRM table as one user works with it. */
export interface DeskTable extends TableAddress, Pick<Structure, 'tabs' | 'defaultCountry'> {
  readonly name: string;
  /** Those that the user sees, the Customer ID included. */
  readonly fields: readonly Field[];
  /** Without the Customer ID, which the one box finds. */
  readonly searchable: readonly Field[];
  /** The columns of the list of matches, without the Customer ID and VIP, which it always has. */
  readonly columns: readonly Field[];
  /** Those of the form for a new customer; empty if the user may create none. */
  readonly insertable: readonly Field[];
  /** Those that the user may update. */
  readonly modifiable: readonly Field[];
  readonly maySearch: boolean;
  readonly mayDelete: boolean;
  /** Whether the user reads and writes notes. */
  readonly mayNote: boolean;
  readonly mayReadDocuments: boolean;
  readonly mayAttach: boolean;
  /** Whether the user may delete the documents of others. */
  readonly mayDeleteDocuments: boolean;
  /** Whether the notes open together with the record. */
  readonly autoPopNotes: boolean;
}

export function deskTable(published: components['schemas']['PublishedTable'], rights: TableRights): DeskTable {
  const { accountPrefix, prefix, name, tabs, defaultCountry } = published;
  const isSeen = ({ code }: Field) => code === CUSTOMER_ID || !rights.isHidden('customers.search', code);
  const visible = { fields: published.fields.filter(isSeen) };
  const isFixed = ({ code }: Field) => code === CUSTOMER_ID;
  return {
    ...{ accountPrefix, prefix, name, tabs, defaultCountry },
    fields: published.fields.filter((field) => isFixed(field) || seenFields(visible).includes(field)),
    searchable: withFlag(visible, 'search').filter((field) => !isFixed(field)),
    columns: resultColumns(visible.fields),
    insertable: withFlag(published, 'insert').filter(({ code }) => !rights.isReadOnly('customers.create', code)),
    modifiable: withFlag(visible, 'modify').filter(
      (field) => !isFixed(field) && !rights.isReadOnly('customers.update', field.code),
    ),
    maySearch: rights.may('customers.search'),
    mayDelete: rights.may('customers.delete'),
    mayNote: rights.may('notes.write'),
    mayReadDocuments: rights.may('documents.read'),
    mayAttach: rights.may('documents.attach') && rights.may('documents.read'),
    mayDeleteDocuments: rights.may('documents.delete'),
    autoPopNotes: published.autoPopNotes ?? false,
  };
}
