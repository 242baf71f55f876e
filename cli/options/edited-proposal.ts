import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Proposal, ProposalRequest } from '../api/proposals.ts';
import { parseJson } from '../disk/private-file.ts';
import { CliError } from '../errors.ts';
import { codeOf } from '../fault.ts';
import { PROGRAM } from '../program-name.ts';

const EditedColumnSchema = z.strictObject({
  column: z.int().min(1),
  name: z.string().optional(),
  /** False leaves the column out. */
  keep: z.boolean(),
  label: z.string().nullable(),
  code: z.string().nullable(),
  type: z.string().nullable(),
  maxLength: z.int().nullable(),
  /** The choices of a list. */
  listValues: z.array(z.string()),
  search: z.boolean(),
  dateForm: z.enum(['day-first', 'month-first']).nullable(),
  /** The forms in which nearly all values are dates; of no effect. */
  dateForms: z.array(z.string()),
  samples: z.array(z.string()),
});

/** A proposal in a file: a person changes it before the table is created. */
const EditedProposalSchema = z.strictObject({
  file: z.string(),
  account: z.string(),
  country: z.string(),
  options: z.record(z.string(), z.unknown()),
  prefix: z.string(),
  name: z.string(),
  customerId: z.int().min(1).nullable(),
  columns: z.array(EditedColumnSchema),
});
export type EditedProposal = z.infer<typeof EditedProposalSchema>;

type Given = Pick<EditedProposal, 'file' | 'account' | 'country' | 'options'>;

/** A proposal in the form in which a person changes it. */
export function editable({ prefix, draft, customerId, columns }: Proposal, given: Given): EditedProposal {
  return {
    ...given,
    prefix,
    name: draft.name,
    customerId: customerId.column,
    columns: columns.map(({ position, name, field: code, dateForm, dateForms, samples }) => {
      const field = draft.fields.find((each) => each.code === code);
      const { label = null, type = null, maxLength = null, listValues = [] } = field ?? {};
      return {
        ...{ column: position, ...(name !== undefined && { name }), keep: code !== null, label, code, type },
        ...{ maxLength, listValues, search: field?.flags.search ?? false },
        ...{ dateForm: dateForm ?? null, dateForms: dateForms.map(({ form }) => form), samples },
      };
    }),
  };
}

/** What a person has changed, compared with the proposal as it is made now. */
export function choicesIn(edited: EditedProposal, proposed: Proposal): NonNullable<ProposalRequest['choices']> {
  const before = editable(proposed, edited).columns;
  const columns = edited.columns.map((now) => {
    const { column, keep, label, code, type, maxLength, listValues, search, dateForm } = now;
    const was = before.find((each) => each.column === column);
    if (!keep) return { column, leaveOut: true };
    return {
      column,
      ...(label !== null && label !== was?.label && { label }),
      ...(code !== null && code !== was?.code && column !== edited.customerId && { code }),
      ...(type !== null && type !== was?.type && { type }),
      ...(maxLength !== null && maxLength !== was?.maxLength && { maxLength }),
      ...(listValues.join('\n') !== was?.listValues.join('\n') && { listValues }),
      ...(search !== was?.search && { search }),
      ...(dateForm !== null && { dateForm }),
    };
  });
  const changed = columns.filter((choice) => Object.keys(choice).length > 1);
  const isOtherId = edited.customerId !== proposed.customerId.column;
  return { columns: changed, ...(isOtherId && { customerId: edited.customerId }) };
}

export const writeEdited = (path: string, edited: EditedProposal): Promise<void> =>
  // A file with samples of customers, which only its owner may read.
  writeFile(path, `${JSON.stringify(edited, undefined, 2)}\n`, { mode: 0o600 });

/** @throws CliError if the file is missing or is no proposal */
export async function readEdited(path: string): Promise<EditedProposal> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw codeOf(error) === 'ENOENT' ? new CliError('file.missing', `The file ${path} does not exist.`) : error;
  });
  const parsed = EditedProposalSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new CliError('proposal.file-invalid', `${path} is not a proposal: ${z.prettifyError(parsed.error)}`, {
    advice: `Write one: ${PROGRAM} tables propose FILE -a BRI --country GB --out proposal.json`,
  });
}
