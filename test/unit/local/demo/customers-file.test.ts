import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { toE164 } from '../../../../functions/crm-tables/domain/telephone.ts';
import type { FinishInput } from '../../../../functions/imports/domain/workflow/payloads.ts';
import { finishStep } from '../../../../functions/imports/use-cases/workflow/finish.ts';
import type { DemoClient } from '../../../../local/demo/client.ts';
import { customersFile } from '../../../../local/demo/customers-file.ts';
import { DEMO_CLIENTS } from '../../../../local/demo/demo.ts';
import { MemoryWorkflow } from '../../../support/memory-workflow.ts';
import { demoTable } from './demo-table.ts';

type Row = Readonly<Record<string, string>>;

/** The numbers that Ofcom, the North American Numbering Plan and Arcep reserve for fiction, as E.164. */
const RESERVED =
  /^\+(44(2079460|(113|114|115|116|117|121|131|141|151|161)4960|1914980|2896496|2920180|1632960|7700900)\d{3}|1[2-9]\d\d55501\d\d|33(19900|26191|35301|46571|53649|63998)\d{4})$/;
const RESERVED_MAIL = /^[a-z.-]+\d+@example\.(com|org|net)$/;
const ACCENT = /\p{M}/u;

/** In percent of the customers. */
const ACCENTED = { HAR: [2, 12], LUM: [15, 35] };

describe.each(DEMO_CLIENTS.map((client): [string, DemoClient] => [client.account.prefix, client]))(
  'the customers of the demo client %s',
  (account, client) => {
    let file: string;
    let rows: readonly Row[];

    beforeAll(() => {
      file = customersFile(client);
      rows = parse<Row>(file, { columns: true });
    });

    const percent = (isCounted: (row: Row) => boolean) => (100 * rows.filter(isCounted).length) / rows.length;
    const numbersOf = ({ Phone = '', Mobile = '' }: Row) =>
      [Phone, Mobile].filter(Boolean).map((number) => toE164(number, client.table.defaultCountry) ?? number);

    test('are the same bytes each time, and others for another seed', () => {
      const first = customersFile(client, 1_000);
      expect(file.startsWith(first)).toBe(true);
      expect(customersFile({ ...client, seed: 77 }, 1_000)).not.toBe(first);
    });

    test('are 5,000, each with an ID of their own', () => {
      expect(rows).toHaveLength(5_000);
      expect(new Set(rows.map((row) => row['Customer ID'])).size).toBe(5_000);
    });

    test('have reserved telephone numbers and e-mail domains alone', () => {
      expect(rows.flatMap(numbersOf).filter((number) => !RESERVED.test(number))).toEqual([]);
      const mails = rows.map((row) => row['E-mail'] ?? '').filter(Boolean);
      expect(mails.filter((mail) => !RESERVED_MAIL.test(mail))).toEqual([]);
      expect(percent((row) => numbersOf(row).length > 0)).toBeGreaterThan(80);
    });

    test('have accents, shared numbers and VIPs in the fractions of a contact centre', () => {
      const [fewest = 0, most = 0] = ACCENTED[account as keyof typeof ACCENTED];
      const accented = percent(({ 'First name': first = '', 'Last name': last = '' }) =>
        ACCENT.test(`${first}${last}`.normalize('NFD')),
      );
      expect(accented).toBeGreaterThan(fewest);
      expect(accented).toBeLessThan(most);
      const holders = Map.groupBy(rows.flatMap(numbersOf), (number) => number);
      const shared = percent((row) => numbersOf(row).some((number) => (holders.get(number)?.length ?? 0) > 1));
      expect(shared).toBeGreaterThan(7);
      expect(shared).toBeLessThan(25);
      expect(Math.max(...[...holders.values()].map(({ length }) => length))).toBeGreaterThan(10);
      const vips = percent(({ VIP }) => VIP === 'Yes');
      expect(vips).toBeGreaterThan(2);
      expect(vips).toBeLessThan(4);
    });

    test('are imported without a failed record and without a warning', async () => {
      const workflow = await MemoryWorkflow.of(file, {}, demoTable(client));
      await finishStep(workflow.services, await workflow.runUpTo<FinishInput>('Finish'));
      const counts = { updated: 0, inserted: 5_000, ignored: 0, failed: 0, total: 5_000 };
      expect(workflow.outcome).toMatchObject({ status: 'completed', counts, warnings: 0 });
    });
  },
);
