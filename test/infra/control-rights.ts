import { asText, ofType, type Resource, synthesise } from './synthesis.ts';

/** The permissions of one statement of a function's policy on the control table or its index. */
export interface ControlRight {
  readonly action: string;
  readonly inIndex: boolean;
  /** Patterns of partition keys; undefined where a statement allows every key. */
  readonly partitions: readonly string[] | undefined;
}

interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: { readonly 'ForAllValues:StringLike'?: { readonly 'dynamodb:LeadingKeys'?: string | string[] } };
}

const list = <T>(value: T | T[]): T[] => [value].flat() as T[];

function rightsOf({ Action, Resource: resources, Condition }: Statement): ControlRight[] {
  const keys = Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
  return list(resources)
    .map(asText)
    .filter((resource) => /ControlTable/.test(resource))
    .flatMap((resource) =>
      list(Action).map((action) => ({
        action: action.replace(/^dynamodb:/, ''),
        inIndex: resource.endsWith('/index/GSI1'),
        partitions: keys === undefined ? undefined : list(keys),
      })),
    );
}

/** `Stepscan` for the policy of the role of the function of that name. */
const functionOf = ({ id }: Resource): string => id.replace(/Role\w+$/, '');

/** The rights of each function on the control table, from the template's policies; functions without rights are omitted. */
export function controlRights(): Map<string, ControlRight[]> {
  const byFunction = new Map<string, ControlRight[]>();
  for (const policy of ofType(synthesise(), 'AWS::IAM::Policy')) {
    const statements: Statement[] = policy.Properties.PolicyDocument.Statement;
    const rights = statements.flatMap(rightsOf);
    if (rights.length > 0) byFunction.set(functionOf(policy), rights);
  }
  return byFunction;
}
