import type { Rules } from '../shared/form/form-model.ts';
import type { ImportDefinition, ImportDefinitionUpdate } from './queries.ts';
import { DEFINITIONS } from './text.ts';

/** An import definition as its form shows it. */
export interface DefinitionValues extends Record<string, string> {
  readonly name: string;
  /** `yes` or `no` */
  readonly isDefault: string;
}

export const DEFINITION_LABELS: Readonly<Record<keyof DefinitionValues & string, string>> = {
  name: DEFINITIONS.name,
  isDefault: DEFINITIONS.standard,
};

const LONGEST_NAME = 100;

export const DEFINITION_RULES: Rules<DefinitionValues> = {
  name: (value) => (value.trim() !== '' && value.trim().length <= LONGEST_NAME ? undefined : DEFINITIONS.nameRule),
};

export const valuesOf = ({ name, isDefault }: ImportDefinition): DefinitionValues => ({
  name,
  isDefault: isDefault ? 'yes' : 'no',
});

/** The update with these values. Options and columns stay as they are. */
export const updateOf = (
  { name, isDefault }: DefinitionValues,
  { options, mapping }: Pick<ImportDefinition, 'options' | 'mapping'>,
): ImportDefinitionUpdate => ({ name: name.trim(), isDefault: isDefault === 'yes', options, mapping });
