import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

const LineSchema = z.object({ id: z.string(), value: z.unknown().optional() });

/**
 * A small map on disk that survives kill -9: one JSON line per change; the last line of an id counts. A last line that a kill
 * cut off is ignored.
 */
export class JsonLinesJournal<Value> {
  private readonly file: string;
  private readonly values = new Map<string, Value>();

  constructor(file: string, schema: z.ZodType<Value>) {
    this.file = file;
    mkdirSync(dirname(file), { recursive: true });
    for (const line of completeLines(file)) {
      const { id, value } = LineSchema.parse(JSON.parse(line));
      if (value === undefined) this.values.delete(id);
      else this.values.set(id, schema.parse(value));
    }
    this.compact();
  }

  entries(): [string, Value][] {
    return [...this.values];
  }

  get(id: string): Value | undefined {
    return this.values.get(id);
  }

  put(id: string, value: Value): void {
    appendFileSync(this.file, `${JSON.stringify({ id, value })}\n`);
    this.values.set(id, value);
  }

  delete(id: string): void {
    if (!this.values.delete(id)) return;
    // An empty map needs no history.
    if (this.values.size === 0) writeFileSync(this.file, '');
    else appendFileSync(this.file, `${JSON.stringify({ id })}\n`);
  }

  private compact(): void {
    const lines = this.entries().map(([id, value]) => `${JSON.stringify({ id, value })}\n`);
    writeFileSync(`${this.file}.new`, lines.join(''));
    renameSync(`${this.file}.new`, this.file);
  }
}

function completeLines(file: string): string[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '');
}
