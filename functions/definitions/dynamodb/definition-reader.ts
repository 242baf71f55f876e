import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { canBeClaimed } from '../../shared/domain/text.ts';
import { type Item, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { Definition } from '../domain/definition.ts';
import type { DefinitionReader } from '../ports.ts';
import { defaultKey, definitionKey, fromDefinitionItem, nameKey } from './definition-item.ts';

/** What claims a name, and what names the default definition. */
const ReferenceSchema = z.object({ definitionId: z.string() });

/** Reads definitions by their keys, strongly consistent: a table may have more of them than one page holds. */
export class DynamoDefinitionReader implements DefinitionReader {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#table = controlTable;
  }

  async find(prefix: string, idOrName: string): Promise<Definition | undefined> {
    // DynamoDB refuses a longer key; nothing has such a name.
    if (!canBeClaimed(idOrName)) return undefined;
    return (
      (await this.#definition(prefix, idOrName)) ?? (await this.#referred(prefix, nameKey({ prefix, name: idOrName })))
    );
  }

  findDefault(prefix: string): Promise<Definition | undefined> {
    return this.#referred(prefix, defaultKey(prefix));
  }

  async #referred(prefix: string, key: ControlKey): Promise<Definition | undefined> {
    const reference = await this.#get(key);
    return reference && this.#definition(prefix, readItem(ReferenceSchema, reference).definitionId);
  }

  async #definition(prefix: string, definitionId: string): Promise<Definition | undefined> {
    const item = await this.#get(definitionKey(prefix, definitionId));
    return item && fromDefinitionItem(item);
  }

  async #get(key: ControlKey): Promise<Item | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: toItem({ ...key }), ConsistentRead: true }),
    );
    return Item;
  }
}
