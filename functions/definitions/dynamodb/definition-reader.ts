import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { foldName } from '../../shared/domain/text.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import { tablePartition } from '../../shared/dynamodb/control-keys.ts';
import type { Definition } from '../domain/definition.ts';
import type { DefinitionReader } from '../ports.ts';
import { DEFINITION_SORT_PREFIX, fromDefinitionItem } from './definition-item.ts';

/** A table has a handful of definitions: they are read together and looked through here. */
export class DynamoDefinitionReader implements DefinitionReader {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#table = controlTable;
  }

  async find(prefix: string, idOrName: string): Promise<Definition | undefined> {
    const name = foldName(idOrName);
    const all = await this.#all(prefix);
    return (
      all.find(({ definitionId }) => definitionId === idOrName) ?? all.find((each) => foldName(each.name) === name)
    );
  }

  async findDefault(prefix: string): Promise<Definition | undefined> {
    return (await this.#all(prefix)).find(({ isDefault }) => isDefault);
  }

  async #all(prefix: string): Promise<Definition[]> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'PK = :table AND begins_with(SK, :definition)',
        ExpressionAttributeValues: toItem({ ':table': tablePartition(prefix), ':definition': DEFINITION_SORT_PREFIX }),
        ConsistentRead: true,
      }),
    );
    return Items.map(fromDefinitionItem);
  }
}
