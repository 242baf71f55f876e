import type { Context } from 'aws-lambda';
import { setUpContainer } from '../container.ts';
import { SetUpSchema, setUpPeople } from '../use-cases/set-up-people.ts';

const services = setUpContainer();

/** Invoked by an operator, and by the embedded cloud when it starts. */
export const handler = (event: unknown, { awsRequestId: requestId }: Pick<Context, 'awsRequestId'>) =>
  setUpPeople(services, SetUpSchema.parse(event), { requestId, auditRetentionDays: services.audit.retentionDays });
