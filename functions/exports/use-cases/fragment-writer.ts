import type { ObjectStore } from '../../shared/domain/object-store.ts';
import { encode, isRepresentable } from '../domain/encode.ts';
import type { ExportInput } from '../domain/export.ts';
import { type FragmentSize, fragmentKey } from '../domain/export-keys.ts';
import { lineWriter } from '../domain/write-cells.ts';
import type { ExportPlan } from './open-export.ts';

const CHUNK_ROWS = 2_000;
const lostLine = lineWriter({ delimiter: ',', formulaSafe: false });

/** Collects the lines of one fragment as bytes. */
export class FragmentWriter {
  readonly #plan: Pick<ExportPlan, 'options' | 'fields' | 'table'>;
  readonly #line: (values: readonly string[]) => string;
  readonly #labels: readonly string[];
  #text = '';
  #pending = 0;
  #lostText = '';
  #buffers: Buffer[] = [];
  #bytes = 0;
  #rows = 0;
  #lost = 0;

  constructor(plan: Pick<ExportPlan, 'options' | 'fields' | 'table'>) {
    this.#plan = plan;
    this.#line = lineWriter(plan.options);
    this.#labels = plan.fields.map((code) => plan.table.fields.find((field) => field.code === code)?.label ?? code);
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(row: readonly string[]): void {
    const line = this.#line(row);
    this.#text += line;
    this.#rows += 1;
    this.#pending += 1;
    if (this.#plan.options.encoding === 'windows-1252') this.#reportLost(row, line);
    if (this.#pending >= CHUNK_ROWS) this.#encode();
  }

  #reportLost(row: readonly string[], line: string): void {
    const { encoding, kind } = this.#plan.options;
    if (isRepresentable(encoding, line)) return;
    for (const [column, cell] of row.entries()) {
      if (isRepresentable(encoding, cell)) continue;
      this.#lost += 1;
      const name = kind === 'edits' ? `column ${column + 1}` : (this.#labels[column] ?? '');
      this.#lostText += lostLine([this.#rowName(row), name, cell]);
    }
  }

  /** The Customer ID where the file has it. */
  #rowName(row: readonly string[]): string {
    const { fields, options } = this.#plan;
    const column = options.kind === 'edits' ? 1 : fields.indexOf('P008');
    return row[column] ?? '';
  }

  #encode(): void {
    if (this.#text === '') return;
    const bytes = encode(this.#plan.options.encoding, this.#text);
    this.#buffers.push(bytes);
    this.#bytes += bytes.length;
    this.#text = '';
    this.#pending = 0;
  }

  /** Stores the fragment, and what the encoding lacks. */
  async store(
    store: Pick<ObjectStore, 'put'>,
    named: ExportInput,
    shard: number,
    piece: number,
  ): Promise<FragmentSize> {
    this.#encode();
    const lostBytes = Buffer.byteLength(this.#lostText);
    if (this.#bytes > 0) await store.put(fragmentKey(named, shard, piece, 'data'), Buffer.concat(this.#buffers));
    if (lostBytes > 0) await store.put(fragmentKey(named, shard, piece, 'lost'), this.#lostText);
    return { rows: this.#rows, bytes: this.#bytes, lost: this.#lost, lostBytes };
  }
}
