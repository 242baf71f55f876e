import { useRef } from 'react';
import { type ExportChoices, optionsOf, requestOf } from './model.ts';
import { type Export, useExportDefinitionWrites, useExportWrites } from './queries.ts';

/** Starts an export, and saves its definition first if it has a name. A repetition after a failure saves it once. */
export function useExportStart(prefix: string) {
  const { start } = useExportWrites();
  const { save } = useExportDefinitionWrites(prefix);
  const saved = useRef<{ readonly content: string; readonly id: string } | undefined>(undefined);
  const definitionFor = async (choices: ExportChoices, name: string): Promise<string> => {
    const body = { name, options: optionsOf(choices) };
    const content = JSON.stringify(body);
    if (saved.current?.content !== content) saved.current = { content, id: (await save(body)).exportDefinitionId };
    return saved.current.id;
  };
  /** @param definition the id of the definition that the export follows, or the name of a new one; both may be absent */
  return async (
    choices: ExportChoices,
    definition: { readonly id?: string | undefined; readonly name: string },
  ): Promise<Export> => {
    const id = definition.name === '' ? definition.id : await definitionFor(choices, definition.name);
    return start(requestOf(prefix, choices, id));
  };
}
