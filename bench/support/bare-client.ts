// The baseline of `bench bundles`: the least that a function which reads the control table loads.
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient();

export const handler = (input: ConstructorParameters<typeof GetItemCommand>[0]) =>
  client.send(new GetItemCommand(input));
