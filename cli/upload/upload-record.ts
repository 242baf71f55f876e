import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { NewImport } from '../api/imports.ts';
import { configDir } from '../disk/config-dir.ts';
import { PrivateFile } from '../disk/private-file.ts';
import type { Terminal } from '../terminal.ts';
import type { LocalFile } from './local-file.ts';

const UploadRecordSchema = z.object({ idempotencyKey: z.string() });

/** Stores the key of an unfinished upload, so that the same command continues it. */
export class UploadRecord {
  readonly #file: PrivateFile<typeof UploadRecordSchema>;

  /** The same unchanged file, sent to the same API with the same request, is the same upload. */
  constructor(terminal: Pick<Terminal, 'env'>, api: string, { path, modifiedMs }: LocalFile, requested: NewImport) {
    const name = createHash('sha256')
      .update(JSON.stringify([api, path, modifiedMs, requested]))
      .digest('hex');
    this.#file = new PrivateFile(join(configDir(terminal), 'uploads', `${name}.json`), UploadRecordSchema);
  }

  /** The key of an earlier run's import; undefined without one. */
  async key(): Promise<string | undefined> {
    return (await this.#file.read())?.idempotencyKey;
  }

  async newKey(): Promise<string> {
    const idempotencyKey = randomUUID();
    await this.#file.write({ idempotencyKey });
    return idempotencyKey;
  }

  forget(): Promise<void> {
    return this.#file.remove();
  }
}
