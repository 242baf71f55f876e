import { whenOf } from '../../schedules/recurrence-model.ts';
import { RequestKeys } from '../../shared/api/request-keys.ts';
import { hashOfFirstPart, rememberUpload, type UploadRecord } from '../upload/upload-record.ts';
import type { Delivery } from '../upload/use-upload.ts';
import { type Agreed, type Choices, type NewImport, newImportOf } from './choices-model.ts';
import { forgetChoices } from './draft.ts';
import type { ChosenFile, InboxFile, LocalFile } from './file-model.ts';
import { sourceOf } from './later-model.ts';
import type { Announced, WizardWrites } from './queries.ts';

/** Where the wizard leads. */
export type Outcome =
  | { readonly kind: 'upload'; readonly delivery: Delivery }
  | { readonly kind: 'import'; readonly importId: string }
  | { readonly kind: 'schedule'; readonly scheduleId: string; readonly name: string };

/** What the wizard has agreed. */
export interface Agreement {
  readonly choices: Choices;
  readonly agreed: Agreed;
  readonly file: ChosenFile;
}

type Saved = NonNullable<UploadRecord['definition']>;

/** Carries out what the wizard has agreed: saves the definition, then starts the import or creates the schedule. */
export class ImportStart {
  readonly #writes: WizardWrites;
  readonly #owner: Pick<UploadRecord, 'userId' | 'accountPrefix'>;
  readonly #keys = new RequestKeys();
  /** The definition that was saved, with the key of its request; set until what follows has succeeded. */
  #saved: (Saved & { readonly prefix: string; readonly key: string }) | undefined;

  constructor(writes: WizardWrites, owner: Pick<UploadRecord, 'userId' | 'accountPrefix'>) {
    this.#writes = writes;
    this.#owner = owner;
  }

  /** @throws ApiError; a repetition goes on where the first attempt has failed */
  async run(agreement: Agreement): Promise<Outcome> {
    const definition = await this.#saveDefinition(agreement);
    const outcome = await this.#begin(agreement, definition);
    this.#saved = undefined;
    return outcome;
  }

  #begin(agreement: Agreement, definition: Saved | undefined): Promise<Outcome> {
    const { choices, file } = agreement;
    if (choices.later.isLater) return this.#schedule(agreement, definition);
    return file.kind === 'inbox'
      ? this.#importNow(agreement, file, definition)
      : this.#upload(agreement, file, definition);
  }

  /** Leaves nothing of an attempt that has failed. @throws ApiError */
  async abandon(): Promise<void> {
    if (this.#saved === undefined) return;
    const { prefix, id, etag } = this.#saved;
    await this.#writes.deleteDefinition(prefix, id, etag);
    this.#saved = undefined;
  }

  async #saveDefinition({ choices, agreed }: Agreement): Promise<Saved | undefined> {
    const { saving, later, tablePrefix: prefix } = choices;
    const body = { name: saving.name.trim(), isDefault: saving.isDefault, ...agreed };
    const isWanted = saving.isWanted || later.isLater;
    const key = isWanted ? this.#keys.of({ prefix, ...body }) : undefined;
    // After a failure the choices may have changed.
    if (this.#saved && this.#saved.key !== key) await this.abandon();
    if (key === undefined) return undefined;
    if (this.#saved === undefined) {
      const { body: definition, etag } = await this.#writes.saveDefinition(prefix, body, key);
      this.#saved = { id: definition.definitionId, etag, prefix, key };
    }
    return { id: this.#saved.id, etag: this.#saved.etag };
  }

  async #schedule({ choices, file }: Agreement, definition: Saved | undefined): Promise<Outcome> {
    const { later, tablePrefix } = choices;
    const when = whenOf(later);
    if (when === undefined || definition === undefined) throw new Error('The schedule is not complete.');
    const body = {
      name: later.name.trim(),
      source: sourceOf(later, `inbox/${tablePrefix}/`, file),
      definition: definition.id,
      when,
      timeZone: later.timeZone,
    };
    const { scheduleId, name } = await this.#writes.createSchedule(tablePrefix, body, this.#keys.of(body));
    return { kind: 'schedule', scheduleId, name };
  }

  async #importNow(
    { choices, agreed }: Agreement,
    { key }: InboxFile,
    definition: Saved | undefined,
  ): Promise<Outcome> {
    const body = { prefix: choices.tablePrefix, key, ...agreed, ...(definition && { definition: definition.id }) };
    const { importId } = await this.#writes.importFromInbox(body, this.#keys.of(body));
    return { kind: 'import', importId };
  }

  async #upload({ choices, agreed }: Agreement, local: LocalFile, definition: Saved | undefined): Promise<Outcome> {
    const body = {
      ...newImportOf(choices.tablePrefix, agreed, local),
      ...(definition && { definition: definition.id }),
    };
    const announced = await this.#writes.announce(body, this.#keys.of(body));
    return { kind: 'upload', delivery: await this.#deliveryOf(body, local.file, announced, definition) };
  }

  async #deliveryOf(
    body: NewImport,
    file: File,
    { importId, upload }: Announced,
    definition: Saved | undefined,
  ): Promise<Delivery> {
    const target = upload?.kind === 'multipart' ? upload : { kind: 'single' as const };
    const partBytes = target.kind === 'multipart' ? target.partBytes : undefined;
    const record: UploadRecord = {
      ...this.#owner,
      importId,
      tablePrefix: body.prefix,
      fileName: file.name,
      bytes: file.size,
      lastModified: file.lastModified,
      firstPart: await hashOfFirstPart(file, partBytes),
      ...(partBytes !== undefined && { partBytes }),
      ...(definition && { definition }),
    };
    rememberUpload(record);
    const addressOfFile = async (signal: AbortSignal) =>
      singleOf(await this.#writes.announce(body, this.#keys.of(body), signal));
    return { record, file, target, addressOfFile, onEnd: forgetChoices };
  }
}

const singleOf = ({ upload }: Announced) => (upload?.kind === 'single' ? upload : undefined);
