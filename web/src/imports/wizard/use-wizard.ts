import { useEffect, useMemo, useState } from 'react';
import { usePublishedFields } from '../../crm-tables/queries.ts';
import { useDefinitionChoices } from '../../definitions/queries.ts';
import { type Agreed, type Choices, choicesOf, newChoices, optionsOf, pinnedOptions } from './choices-model.ts';
import { forgetChoices, keepChoices, keptChoices } from './draft.ts';
import { type ChosenFile, fileKeyOf, previewedFile } from './file-model.ts';
import { type Edits, mappedColumns, mappingOf, signatureOf } from './mapping-model.ts';
import { usePreview } from './queries.ts';
import { useDelayed } from './use-delayed.ts';

const NO_EDITS: Edits = {};
const TYPING_MS = 300;

/** What the wizard knows: the file, the choices, what the API says about them. */
export function useWizard(accountPrefix: string, firstTable: string, { estimate }: { readonly estimate: boolean }) {
  const [file, setFile] = useState<ChosenFile | undefined>(undefined);
  const [choices, setChoices] = useState<Choices>(() => newChoices(firstTable));
  const [isRestored, setIsRestored] = useState(false);
  const [isTouched, setIsTouched] = useState(false);
  const { tablePrefix, customerId } = choices;
  const fields = usePublishedFields(accountPrefix, tablePrefix);
  const definitions = useDefinitionChoices(tablePrefix);
  const definition = definitions.find(({ definitionId }) => definitionId === choices.definitionId);
  const preset = definitions.find(({ isDefault }) => isDefault);
  useEffect(() => {
    // As in every other import, the default definition holds until something else is chosen.
    if (preset && !isTouched && choices.definitionId === '') setChoices(choicesOf(preset));
  }, [preset, isTouched, choices.definitionId]);
  const fileKey = file === undefined ? '' : fileKeyOf(file);
  const read = file && fields && { prefix: tablePrefix, ...previewedFile(file) };

  const proposal = usePreview(
    fileKey,
    read && { ...read, options: optionsOf(choices), mapping: definition?.mapping ?? [] },
  );
  const { preview } = proposal;
  const signature = preview ? signatureOf(preview) : '';
  const edits = choices.edits[signature] ?? NO_EDITS;
  const takesIds = customerId === 'column';
  const columns = useMemo(() => (preview ? mappedColumns(preview, edits, takesIds) : []), [preview, edits, takesIds]);
  const mapping = useMemo(() => mappingOf(columns), [columns]);
  const agreed = useMemo(
    (): Agreed | undefined => preview && { options: pinnedOptions(choices, preview), mapping },
    [choices, preview, mapping],
  );
  const checked = useDelayed(agreed, TYPING_MS);
  const check = usePreview(
    fileKey,
    read && checked && mapping.length > 0 ? { ...read, ...checked, estimate } : undefined,
  );

  const update = (changes: Partial<Choices>) => {
    const next = { ...choices, ...changes };
    setChoices(next);
    setIsTouched(true);
    if (file) keepChoices(fileKey, next);
  };
  const restore = (chosen: ChosenFile | undefined, prefix: string) => {
    const kept = chosen && keptChoices(fileKeyOf(chosen), prefix);
    setIsRestored(kept !== undefined);
    setIsTouched(kept !== undefined || (prefix === tablePrefix && isTouched));
    setChoices(kept ?? (prefix === tablePrefix ? choices : newChoices(prefix)));
  };
  return {
    file,
    choices,
    fields,
    definitions,
    proposal,
    columns,
    mapping,
    edits,
    takesIds,
    isRestored,
    agreed,
    check: { ...check, isBehind: check.isBehind || proposal.isBehind || checked !== agreed },
    update,
    setEdits: (next: Edits) => update({ edits: { ...choices.edits, [signature]: next } }),
    chooseFile(chosen: ChosenFile | undefined) {
      setFile(chosen);
      restore(chosen, tablePrefix);
    },
    chooseTable(prefix: string) {
      // A file of an inbox belongs to its CRM table.
      const kept = file?.kind === 'inbox' ? undefined : file;
      setFile(kept);
      restore(kept, prefix);
    },
    chooseDefinition(definitionId: string) {
      const chosen = definitions.find((each) => each.definitionId === definitionId);
      update(chosen ? choicesOf(chosen) : { ...newChoices(tablePrefix), edits: choices.edits });
    },
    /** Takes the proposal in place of the choices that were kept. */
    restart() {
      forgetChoices();
      setIsRestored(false);
      setIsTouched(false);
      setChoices(newChoices(tablePrefix));
    },
  };
}

export type Wizard = ReturnType<typeof useWizard>;
