import { CUSTOMER_ID_CODE, DraftSchema, isFieldCode, type PublishedTable } from '../../../crm-tables/index.ts';
import { foldName } from '../../../shared/domain/text.ts';
import type { ColumnChoices } from './choices.ts';
import type { CodeChoice } from './code-choice.ts';
import type { FileColumn } from './file-columns.ts';

const LONGEST_LABEL = 100;
/** Room for the number behind a label that would occur twice. */
const LONGEST_STEM = 90;

/** The rules of a label are those of every name. */
const NameSchema = DraftSchema.shape.name;

/**
 * A label for each column: its cell in the header row, so that an import finds the column by it; the standard label
 * where there is no header row. Labels that the person chose stay. No two labels are equal, and none is the code of a field.
 */
export function chooseLabels(
  columns: readonly FileColumn[],
  codes: ReadonlyMap<number, CodeChoice>,
  { fields }: PublishedTable,
  given: ColumnChoices,
): string[] {
  const taken = new Set([...given.values()].flatMap(({ label }) => (label === undefined ? [] : foldName(label))));
  return columns.map(({ position, name }) => {
    const chosen = given.get(position)?.label;
    if (chosen !== undefined) return chosen;
    const standard = fields.find(({ code }) => code === codes.get(position)?.code)?.label;
    const label = unique(labelOf(name) ?? standard ?? `Column ${position + 1}`, taken);
    taken.add(foldName(label));
    return label;
  });
}

/** The label of the Customer ID in a table for a file without one. A column may have the usual label. */
export function generatedIdLabel(labels: readonly string[], { fields }: PublishedTable): string {
  const usual = fields.find(({ code }) => code === CUSTOMER_ID_CODE)?.label ?? CUSTOMER_ID_CODE;
  return unique(usual, new Set(labels.map(foldName)));
}

/** Undefined for a cell that cannot be a label: blank, or the code of a field. */
function labelOf(name: string | undefined): string | undefined {
  const line = [...(name ?? '').replace(/[\p{Cc}\s]+/gu, ' ')].slice(0, LONGEST_LABEL).join('');
  const { data: label } = NameSchema.safeParse(line);
  return label === undefined || isFieldCode(label.toUpperCase()) ? undefined : label;
}

function unique(label: string, taken: ReadonlySet<string>): string {
  if (!taken.has(foldName(label))) return label;
  const stem = [...label].slice(0, LONGEST_STEM).join('');
  for (let number = 2; ; number += 1) {
    const candidate = `${stem} ${number}`;
    if (!taken.has(foldName(candidate))) return candidate;
  }
}
