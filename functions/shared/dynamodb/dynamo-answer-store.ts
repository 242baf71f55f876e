import { randomUUID } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Clock } from '../domain/clock.ts';
import type { AnswerStore, Claim, KeyOwner, StoredAnswer } from '../http/answer-store.ts';
import { answerAttributes, answerKey, fromAnswerItem, type KeptAnswer, toRunningItem } from './answer-item.ts';
import { toItem } from './attributes.ts';

const KEPT_SECONDS = 24 * 60 * 60;
/** Longer than a function of the API can run (29 s): the holder of an older lock has died. */
const LOCK_SECONDS = 40;

/** A key is free if it is absent, if its day is over (DynamoDB removes it later), or if the holder of its lock died. */
const IS_FREE =
  'attribute_not_exists(PK) OR #ttl <= :now OR (#state = :running AND fingerprint = :fingerprint AND lockedUntil <= :now)';

function claimOf(kept: KeptAnswer, fingerprint: string): Claim {
  if (kept.fingerprint !== fingerprint) return { status: 'other-request' };
  if (kept.state === 'not-kept') return { status: 'not-kept', location: kept.location };
  return kept.answer === undefined ? { status: 'running' } : { status: 'answered', answer: kept.answer };
}

/** Stores keys and answers as items of the control table, under the user who sent the request. */
export class DynamoAnswerStore implements AnswerStore {
  readonly #client: DynamoDBClient;
  readonly #controlTable: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBClient, controlTable: string, clock: Clock) {
    this.#client = client;
    this.#controlTable = controlTable;
    this.#clock = clock;
  }

  async claim(owner: KeyOwner, fingerprint: string): Promise<Claim> {
    const now = Math.floor(this.#clock.now().getTime() / 1000);
    const lock = randomUUID();
    const running = { fingerprint, lock, lockedUntil: now + LOCK_SECONDS, ttl: now + KEPT_SECONDS };
    try {
      await this.#client.send(
        new PutItemCommand({
          TableName: this.#controlTable,
          Item: toRunningItem(owner, running),
          ConditionExpression: IS_FREE,
          ExpressionAttributeNames: { '#ttl': 'ttl', '#state': 'state' },
          ExpressionAttributeValues: toItem({ ':now': now, ':running': 'running', ':fingerprint': fingerprint }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return { status: 'claimed', lock };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException) || !error.Item) throw error;
      return claimOf(fromAnswerItem(error.Item), fingerprint);
    }
  }

  async keep(owner: KeyOwner, lock: string, answer: StoredAnswer): Promise<void> {
    const attributes = Object.entries(answerAttributes(answer));
    await this.#ifHeld(
      this.#client.send(
        new UpdateItemCommand({
          TableName: this.#controlTable,
          Key: toItem({ ...answerKey(owner) }),
          UpdateExpression: `SET ${attributes.map((_, index) => `#${index} = :${index}`).join(', ')}`,
          ConditionExpression: '#lock = :lock',
          ExpressionAttributeNames: {
            '#lock': 'lock',
            ...Object.fromEntries(attributes.map(([name], index) => [`#${index}`, name])),
          },
          ExpressionAttributeValues: {
            ...toItem({ ':lock': lock }),
            ...Object.fromEntries(attributes.map(([, value], index) => [`:${index}`, value])),
          },
        }),
      ),
    );
  }

  async free(owner: KeyOwner, lock: string): Promise<void> {
    await this.#ifHeld(
      this.#client.send(
        new DeleteItemCommand({
          TableName: this.#controlTable,
          Key: toItem({ ...answerKey(owner) }),
          ConditionExpression: '#lock = :lock',
          ExpressionAttributeNames: { '#lock': 'lock' },
          ExpressionAttributeValues: toItem({ ':lock': lock }),
        }),
      ),
    );
  }

  /** Ignores a failed condition: a repetition has found the lock too old and has taken it over. */
  async #ifHeld(write: Promise<unknown>): Promise<void> {
    try {
      await write;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }
}
