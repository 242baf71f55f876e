import type { PublishedTable } from '../../functions/crm-tables/index.ts';
import { CustomerCheck } from '../../functions/customers/domain/check-customer.ts';
import { mergeOptions, type OptionChoices } from '../../functions/definitions/index.ts';
import { readLeadingRecords, withoutLineEnd } from '../../functions/imports/domain/csv/leading-records.ts';
import { validateRecord } from '../../functions/imports/domain/csv/record.ts';
import { decodeHead } from '../../functions/imports/domain/encoding/decode-head.ts';
import { withLineFeeds } from '../../functions/imports/domain/layout/head-records.ts';
import { layOutRecords } from '../../functions/imports/domain/layout/inspect-head.ts';
import type { AcceptedPlan } from '../../functions/imports/domain/plan.ts';
import type { TableChoices } from '../../functions/imports/domain/proposal/choices.ts';
import type { TableProposal } from '../../functions/imports/domain/proposal/proposal.ts';
import { proposeTable } from '../../functions/imports/domain/proposal/propose-table.ts';
import { bulkJob, cellPicker, recordFormat } from '../../functions/imports/domain/records/record-cells.ts';
import { voucim } from './published-table.ts';

const HEAD_BYTES = 256 * 1024;

interface Requested {
  readonly options?: OptionChoices;
  readonly country?: string;
  readonly isWhole?: boolean;
  readonly choices?: Partial<TableChoices>;
}

const headOf = (content: string | Uint8Array, { options = {}, isWhole = true }: Requested) =>
  decodeHead({ bytes: Buffer.from(content), isWhole }, options, HEAD_BYTES);

/** The proposal for a file. */
export async function propose(content: string | Uint8Array, requested: Requested = {}): Promise<TableProposal> {
  const { options = {}, country = 'GB' } = requested;
  const choices = { columns: [], ...requested.choices };
  return proposeTable(await headOf(content, requested), {
    name: 'Customers',
    defaultCountry: country,
    options,
    choices,
  });
}

/** The proposed table, published. */
export const publishedTable = ({ draft }: TableProposal): PublishedTable => voucim({ prefix: 'NEWTAB', ...draft });

/** What the import's own code makes of every record of a file in the proposed table: the codes of the reasons why it fails. */
export async function importedBy(
  content: string | Uint8Array,
  proposal: TableProposal,
): Promise<ReadonlyArray<{ readonly unreadable?: string; readonly problems: readonly string[] }>> {
  const { options, mapping, warnings } = proposal;
  const head = await headOf(content, { options });
  const table = publishedTable(proposal);
  const merged = mergeOptions(options);
  const layout = layOutRecords(head, table, merged, mapping);
  const plan = { layout, table, options: merged, importId: 'i', startedAt: '' } as unknown as AcceptedPlan;
  const endsInDelimiter = warnings.some(({ code }) => code === 'file.trailing-delimiter');
  const format = recordFormat(plan, endsInDelimiter ? { endsInDelimiter } : {});
  const check = new CustomerCheck(bulkJob(plan, 1));
  const pick = cellPicker(plan);
  const bytes = withLineFeeds(head, layout).bytes.subarray(layout.dataStart);
  return readLeadingRecords(bytes, layout.delimiter).records.map(({ start, end }) => {
    const read = validateRecord(bytes, start, withoutLineEnd(bytes, start, end), format);
    if ('unreadable' in read) return { unreadable: read.unreadable.code, problems: [] };
    const checked = check.check('insert', read.customerId ?? 'NEWTAB_1', pick(read.cells));
    return { problems: checked.rejected?.map(({ code }) => code) ?? [] };
  });
}
