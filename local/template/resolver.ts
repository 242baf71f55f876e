import { isJsonObject, type JsonObject, type JsonValue } from '../json-value.ts';
import type { CloudAssembly, Resource, Stack } from './cloud-assembly.ts';
import { join, select, split, substitute } from './intrinsics.ts';
import { physicalName } from './physical-name.ts';
import type { Place } from './place.ts';
import { ACCEPTED, RUN } from './resource-types.ts';

/** A resource with every reference in its properties resolved. */
export interface ResolvedResource {
  readonly type: string;
  readonly logicalId: string;
  readonly name: string;
  /** The value of `Ref`. */
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly properties: JsonObject;
}

/** Resolves the intrinsic functions of CloudFormation, across the stacks of one app. */
export class Resolver {
  readonly #assembly: CloudAssembly;
  readonly #place: Place;

  constructor(assembly: CloudAssembly, place: Place) {
    this.#assembly = assembly;
    this.#place = place;
  }

  /** All resources of all stacks that this cloud runs. @throws Error that names unsupported elements */
  resources(): ResolvedResource[] {
    return this.#assembly.stacks.flatMap((stack) =>
      Object.entries(stack.Resources).flatMap(([logicalId, resource]) => {
        if (ACCEPTED[resource.Type] !== undefined || isProvider(stack, logicalId)) return [];
        checkKnown(stack, logicalId, resource);
        return [
          {
            ...this.#identity(stack, logicalId),
            type: resource.Type,
            logicalId,
            properties: this.#object(resource.Properties, stack),
          },
        ];
      }),
    );
  }

  /** The outputs for users: those without an export. */
  outputs(): Record<string, string> {
    const entries = this.#assembly.stacks.flatMap((stack) =>
      Object.entries(stack.Outputs)
        .filter(([, output]) => output.Export === undefined)
        .map(([key, output]) => [key, String(this.#resolve(output.Value, stack))] as const),
    );
    return Object.fromEntries(entries);
  }

  #identity(stack: Stack, logicalId: string) {
    const resource = stack.Resources[logicalId];
    if (resource === undefined)
      throw new Error(`Stack ${stack.name} refers to ${logicalId}, which is not in the template.`);
    const type = RUN[resource.Type] ?? ACCEPTED[resource.Type];
    if (type === undefined) throw unknownType(stack, logicalId, resource);
    const given = type.nameProperty === undefined ? undefined : resource.Properties[type.nameProperty];
    const name = given === undefined ? physicalName(stack, logicalId, resource) : String(this.#resolve(given, stack));
    return {
      name,
      ref: type.ref?.(name, this.#place) ?? name,
      attributes: type.attributes?.(name, this.#place) ?? {},
    };
  }

  #resolve(value: JsonValue, stack: Stack): JsonValue {
    if (Array.isArray(value)) return value.map((item) => this.#resolve(item, stack));
    if (!isJsonObject(value)) return value;
    const [key = '', ...others] = Object.keys(value);
    const isFunction = others.length === 0 && (key === 'Ref' || key.startsWith('Fn::'));
    return isFunction ? this.#call(key, value[key] ?? null, stack) : this.#object(value, stack);
  }

  #object(value: JsonObject, stack: Stack): JsonObject {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#resolve(item, stack)]));
  }

  #call(name: string, argument: JsonValue, stack: Stack): JsonValue {
    if (name === 'Ref') return this.#ref(String(argument), stack);
    if (name === 'Fn::GetAtt')
      return this.#attribute(typeof argument === 'string' ? argument.split('.') : argument, stack);
    if (name === 'Fn::ImportValue') return this.#import(String(this.#resolve(argument, stack)));
    if (name === 'Fn::Sub')
      return substitute(
        argument,
        (path) => this.#variable(path, stack),
        (inner) => this.#resolve(inner, stack),
      );
    const resolved = this.#resolve(argument, stack);
    if (name === 'Fn::Join') return join(resolved);
    if (name === 'Fn::Select') return select(resolved);
    if (name === 'Fn::Split') return split(resolved);
    throw new Error(`Stack ${stack.name} uses ${name}, which the embedded cloud does not support.`);
  }

  #ref(target: string, stack: Stack): JsonValue {
    const { region, account } = this.#place;
    const pseudo: Readonly<Record<string, string>> = {
      'AWS::Region': region,
      'AWS::AccountId': account,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': stack.name,
    };
    if (target.startsWith('AWS::')) return known(pseudo[target], `Stack ${stack.name} refers to ${target}`);
    const parameter = stack.Parameters[target];
    if (parameter !== undefined)
      return known(parameter.Default, `Parameter ${target} of stack ${stack.name} has no default`);
    return this.#identity(stack, target).ref;
  }

  #attribute(path: JsonValue, stack: Stack): string {
    const [logicalId = '', ...attribute] = Array.isArray(path) ? path.map(String) : [];
    const name = attribute.join('.');
    return known(this.#identity(stack, logicalId).attributes[name], `Stack ${stack.name} uses ${logicalId}.${name}`);
  }

  #import(name: string): JsonValue {
    for (const stack of this.#assembly.stacks) {
      const output = Object.values(stack.Outputs).find(
        ({ Export }) => Export && this.#resolve(Export.Name, stack) === name,
      );
      if (output !== undefined) return this.#resolve(output.Value, stack);
    }
    throw new Error(`No stack exports ${name}.`);
  }

  #variable(path: string, stack: Stack): string {
    return String(path.includes('.') ? this.#attribute(path.split('.'), stack) : this.#ref(path, stack));
  }
}

/** Whether a resource is the function that CloudFormation invokes for custom resources of the stack: their emulations replace it. */
function isProvider(stack: Stack, logicalId: string): boolean {
  const reference = JSON.stringify({ 'Fn::GetAtt': [logicalId, 'Arn'] });
  return Object.values(stack.Resources).some(({ Properties }) => JSON.stringify(Properties.ServiceToken) === reference);
}

function checkKnown(stack: Stack, logicalId: string, resource: Resource): void {
  const type = RUN[resource.Type];
  if (type === undefined) throw unknownType(stack, logicalId, resource);
  const unknown = Object.keys(resource.Properties).find((property) => !type.properties.includes(property));
  if (unknown !== undefined) throw unsupported(stack, logicalId, `property ${unknown} of ${resource.Type}`);
  if (resource.Condition !== undefined) throw unsupported(stack, logicalId, 'a Condition');
}

function unknownType(stack: Stack, logicalId: string, { Type: type }: Resource): Error {
  return unsupported(stack, logicalId, `resource type ${type}`);
}

function unsupported(stack: Stack, logicalId: string, what: string): Error {
  return new Error(`${logicalId} of stack ${stack.name} has ${what}, which the embedded cloud does not support.`);
}

function known<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`${what}, which the embedded cloud does not support.`);
  return value;
}
