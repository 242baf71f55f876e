import * as z from 'zod';
import { canBeClaimed } from '../../shared/domain/text.ts';
import { readItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { ControlTable } from '../../shared/dynamodb/control-table.ts';
import type { Definition } from '../domain/definition.ts';
import type { DefinitionReader } from '../ports.ts';
import { defaultKey, definitionKey, fromDefinitionItem, nameKey } from './definition-item.ts';

/** The item that reserves a name, or that names the default definition. */
const ReferenceSchema = z.object({ definitionId: z.string() });

/** Reads definitions by key, with strong consistency: a table may have more of them than a page contains. */
export function definitionReader(table: ControlTable): DefinitionReader {
  async function definition(tablePrefix: string, definitionId: string): Promise<Definition | undefined> {
    const item = await table.get(definitionKey(tablePrefix, definitionId));
    return item && fromDefinitionItem(item).value;
  }

  async function referred(tablePrefix: string, key: ControlKey): Promise<Definition | undefined> {
    const reference = await table.get(key);
    return reference && definition(tablePrefix, readItem(ReferenceSchema, reference).definitionId);
  }

  return {
    async find(prefix, idOrName) {
      // DynamoDB rejects a longer key, so no definition has such a name.
      if (!canBeClaimed(idOrName)) return undefined;
      return (await definition(prefix, idOrName)) ?? (await referred(prefix, nameKey({ prefix, name: idOrName })));
    },
    findDefault: (prefix) => referred(prefix, defaultKey(prefix)),
  };
}
