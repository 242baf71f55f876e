import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type ExecutionRecord, ExecutionRecordSchema } from './execution-record.ts';
import { type HistoryEvent, HistoryEventSchema } from './history-event.ts';

/** Step Functions deletes an execution, and frees its name, this long after its end. */
const RETENTION_MS = 90 * 24 * 3600 * 1000;

/** Stores executions as files, `<machine>/<execution>.json` and `.history.jsonl`, each replaced atomically so that kill -9 damages none. */
export class ExecutionStore {
  private readonly dir: string;
  private readonly records = new Map<string, ExecutionRecord>();

  constructor(dir: string) {
    this.dir = dir;
    mkdirSync(dir, { recursive: true });
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
    for (const file of files) {
      const record = ExecutionRecordSchema.parse(JSON.parse(readFileSync(join(dir, file), 'utf8')));
      if (isForgotten(record)) this.remove(record);
      else this.records.set(record.executionArn, record);
    }
  }

  all(): ExecutionRecord[] {
    return [...this.records.values()];
  }

  find(executionArn: string): ExecutionRecord | undefined {
    return this.records.get(executionArn);
  }

  save(record: ExecutionRecord): void {
    const file = this.fileOf(record.executionArn, '.json');
    writeFileSync(`${file}.new`, JSON.stringify(record, null, 2));
    renameSync(`${file}.new`, file);
    this.records.set(record.executionArn, record);
  }

  /** An execution that restarts begins a new history. */
  startHistory(executionArn: string): void {
    rmSync(this.fileOf(executionArn, '.history.jsonl'), { force: true });
  }

  addToHistory(executionArn: string, event: HistoryEvent): void {
    appendFileSync(this.fileOf(executionArn, '.history.jsonl'), `${JSON.stringify(event)}\n`);
  }

  history(executionArn: string): HistoryEvent[] {
    const file = this.fileOf(executionArn, '.history.jsonl');
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => HistoryEventSchema.parse(JSON.parse(line)));
  }

  private remove({ executionArn }: ExecutionRecord): void {
    for (const ending of ['.json', '.history.jsonl']) rmSync(this.fileOf(executionArn, ending), { force: true });
  }

  private fileOf(executionArn: string, ending: string): string {
    const [machine = '', name = ''] = executionArn.split(':').slice(-2);
    mkdirSync(join(this.dir, machine), { recursive: true });
    return join(this.dir, machine, `${name}${ending}`);
  }
}

function isForgotten({ stopDate }: ExecutionRecord): boolean {
  return stopDate !== undefined && Date.now() - stopDate > RETENTION_MS;
}
