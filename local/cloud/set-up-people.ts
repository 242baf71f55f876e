import type { Person } from '../auth/people.ts';
import type { Lambda } from '../lambda/lambda.ts';

/**
 * Adds the users of this machine in the way in which an operator adds the first administrator of a stage. Users who were
 * added at an earlier start stay as they are.
 * @param functionName undefined for a template without the function
 * @throws Error if the function fails
 */
export async function setUpPeople(
  functionName: string | undefined,
  people: readonly Person[],
  lambda: Lambda,
): Promise<void> {
  if (functionName === undefined || people.length === 0) return;
  const users = people.map(({ userId, name, email, role }) => ({
    userId,
    username: userId,
    fullName: name,
    email,
    roleId: role,
  }));
  const outcome = await lambda.invoke(functionName, 'RequestResponse', JSON.stringify({ users }));
  if (outcome?.ok !== true)
    throw new Error(`The users of this machine cannot be added: ${outcome?.failure.errorMessage}`);
}
