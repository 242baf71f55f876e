import { useState } from 'react';
import { useDefinitionChoices } from '../../definitions/queries.ts';
import { useMay } from '../../shared/session/me.ts';
import { fileOptionsOf } from '../from-file/proposal-model.ts';
import { useReadRecords } from '../from-file/queries.ts';
import type { Draft, TrialCustomer } from './desk-model.ts';
import { AS_DETECTED, type FileReading, type TakenRecords, takeRecords } from './records-model.ts';

export type Taking =
  | { readonly status: 'none' | 'reading' }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'taken'; readonly taken: TakenRecords };

interface Place {
  readonly accountPrefix: string;
  readonly prefix: string;
  readonly draft: Draft;
  readonly customers: readonly TrialCustomer[];
  readonly onCustomers: (customers: readonly TrialCustomer[]) => void;
}

/**
 * The first records of a file as customers of the page, read by an import definition of the CRM table: the default one,
 * unless the user chooses otherwise. Another choice replaces the customers of the file.
 */
export function useTakenRecords({ accountPrefix, prefix, draft, customers, onCustomers }: Place) {
  const readRecords = useReadRecords(accountPrefix);
  const definitions = useDefinitionChoices(useMay()('customers.import') ? prefix : '');
  const [chosenId, setChosenId] = useState<string | undefined>(undefined);
  const [file, setFile] = useState<File>();
  const [taking, setTaking] = useState<Taking>({ status: 'none' });
  const definition = definitions.find(({ definitionId, isDefault }) =>
    chosenId === undefined ? isDefault : definitionId === chosenId,
  );

  const take = async (chosen: File | undefined, reading: FileReading) => {
    const earlier = taking.status === 'taken' ? taking.taken.customers : [];
    const others = customers.filter((customer) => !earlier.includes(customer));
    setFile(chosen);
    setTaking({ status: chosen ? 'reading' : 'none' });
    if (!chosen) return;
    try {
      const read = await readRecords(chosen, draft.defaultCountry, fileOptionsOf(reading.options));
      const taken = takeRecords(draft, prefix, read, reading, others);
      setTaking({ status: 'taken', taken });
      onCustomers([...others, ...taken.customers]);
    } catch (error) {
      setTaking({ status: 'failed', error });
    }
  };
  const chooseDefinition = (id: string) => {
    setChosenId(id);
    if (file) void take(file, definitions.find(({ definitionId }) => definitionId === id) ?? AS_DETECTED);
  };
  const chooseFile = (chosen: File | undefined) => void take(chosen, definition ?? AS_DETECTED);
  return { file, taking, definitions, definition, chooseFile, chooseDefinition };
}
