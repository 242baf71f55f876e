// The baseline of `bench bundles`: the smallest bundle of a function that reads the control table.
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient();

export const handler = (input: ConstructorParameters<typeof GetItemCommand>[0]) =>
  client.send(new GetItemCommand(input));
