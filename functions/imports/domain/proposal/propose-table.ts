import type { Draft, PublishedTable } from '../../../crm-tables/index.ts';
import { isDateType, mergeOptions } from '../../../definitions/index.ts';
import type { FileHead } from '../encoding/decode-head.ts';
import { encodingWarnings } from '../preview/encoding-warnings.ts';
import { shownRows } from '../preview/preview-file.ts';
import { examplesOf } from '../preview/value-examples.ts';
import { checkChoices } from './check-choices.ts';
import { dateFormsOf } from './date-forms.ts';
import { type FileColumn, fileColumns } from './file-columns.ts';
import { type CutFile, findCut } from './find-cut.ts';
import { importChoices } from './import-choices.ts';
import type { ProposalRequest, ProposedColumn, ProposedDateForm, TableProposal } from './proposal.ts';
import { proposalWarnings } from './proposal-warnings.ts';
import { type FieldProposals, proposeFields } from './propose-fields.ts';
import { proposedDraft } from './proposed-draft.ts';
import { referenceTable } from './reference-table.ts';
import { columnRejections, countRejected } from './rejections.ts';

const MOST_SAMPLES = 3;

/**
 * Proposes a CRM table for a file, from the beginning of the file that an import would read. The table accepts every
 * readable record of it, unless the person has made choices that values contradict.
 * @throws DomainError `file.*` for a file that no import accepts
 */
export function proposeTable(head: FileHead, request: ProposalRequest): TableProposal {
  const { defaultCountry, options, choices } = request;
  const merged = mergeOptions(options);
  const reference = referenceTable(defaultCountry);
  const file = findCut(head, reference, merged);
  const columns = fileColumns(file.cut, file.sample);
  checkChoices(choices, columns.length, merged);
  const found = proposeFields(columns, reference, { mayHaveId: merged.customerId === 'column', choices });
  const { customerId } = found;
  const draft = proposedDraft(found, request);
  const rejections = columnRejections(found, choices, defaultCountry);
  const proposed = columns.map((column) => proposedColumn(column, found, request));
  const given = customerId.position === undefined ? { ...options, customerId: 'none' as const } : options;
  return {
    fileFormat: formatOf(head, file),
    skipped: [...file.cut.skipped],
    ...countRecords(file),
    recordsRejected: countRejected(found, rejections),
    draft,
    customerId: {
      column: customerId.position === undefined ? null : customerId.position + 1,
      reason: customerId.reason,
      contradicting: [...customerId.contradicting],
    },
    columns: proposed,
    rows: shownRows(file.sample, columns.length),
    warnings: [
      ...encodingWarnings(head, merged, file.sample),
      ...proposalWarnings(file.sample, columns, found, rejections, request),
    ],
    ...importChoices({ head, file, table: published(draft, reference), columns: proposed, given }),
  };
}

/** The table of the proposal as an import finds it once the draft is published. */
const published = (draft: Draft, reference: PublishedTable): PublishedTable => ({ ...reference, ...draft });

function formatOf({ fileEncoding }: FileHead, { cut, sample }: CutFile): TableProposal['fileFormat'] {
  const { delimiter, lineEnds, hasHeader: header } = cut;
  const { encoding, compression } = fileEncoding;
  return { encoding, compression, delimiter, header, lineEnd: lineEnds ?? sample.lineEnd ?? 'lf' };
}

function countRecords({ sample: { records } }: CutFile): Pick<TableProposal, 'recordsRead' | 'recordsUnreadable'> {
  const recordsUnreadable = records.filter(({ unreadable }) => unreadable).length;
  return { recordsRead: records.length, recordsUnreadable };
}

function proposedColumn(
  column: FileColumn,
  { proposals }: FieldProposals,
  { choices, defaultCountry }: ProposalRequest,
): ProposedColumn {
  const { position, name, values } = column;
  const proposal = proposals.find((each) => each.column === column);
  const contradicting = proposal?.type.contradicting ?? [];
  const dateForm = choices.columns.find((choice) => choice.column === position + 1)?.dateForm;
  const isDate = proposal !== undefined && isDateType(proposal.field);
  return {
    position: position + 1,
    ...(name !== undefined && { name }),
    field: proposal?.field.code ?? null,
    ...(proposal && { reasons: proposal.reasons }),
    contradictingCount: contradicting.length,
    contradicting: examplesOf(contradicting),
    dateForms: dateFormsOf({ column, defaultCountry }).map(
      ({ form, contradicting: others }): ProposedDateForm => ({
        form,
        contradictingCount: others.length,
        contradicting: examplesOf(others),
      }),
    ),
    ...(dateForm && isDate && { dateForm }),
    samples: examplesOf(values)
      .slice(0, MOST_SAMPLES)
      .map(({ value }) => value),
  };
}
