import { isJsonObject, type JsonValue } from '../json-value.ts';

/** Fn::Join, on resolved arguments: `[delimiter, [values]]`. */
export function join(argument: JsonValue): string {
  const [delimiter, values] = pair('Fn::Join', argument);
  return list('Fn::Join', values).map(String).join(String(delimiter));
}

/** Fn::Select: `[index, [values]]`. */
export function select(argument: JsonValue): JsonValue {
  const [index, values] = pair('Fn::Select', argument);
  const selected = list('Fn::Select', values)[Number(index)];
  if (selected === undefined) throw new Error(`Fn::Select: there is no item ${JSON.stringify(index)}.`);
  return selected;
}

/** Fn::Split: `[delimiter, text]`. */
export function split(argument: JsonValue): JsonValue {
  const [delimiter, text] = pair('Fn::Split', argument);
  return String(text).split(String(delimiter));
}

/**
 * Fn::Sub: a text with `${...}`, or `[text, {variables}]`; `${!x}` gives the literal `${x}`.
 * @param variable the value of a name, or of `LogicalId.Attribute`
 */
export function substitute(
  argument: JsonValue,
  variable: (path: string) => string,
  resolve: (value: JsonValue) => JsonValue,
): string {
  const [text, given] = Array.isArray(argument) ? pair('Fn::Sub', argument) : [argument, {}];
  const own = resolve(given);
  return String(text).replace(/\$\{([^}]+)\}/g, (_, path: string) => {
    if (path.startsWith('!')) return `\${${path.slice(1)}}`;
    const value = isJsonObject(own) ? own[path] : undefined;
    return value === undefined ? variable(path) : String(value);
  });
}

function pair(name: string, argument: JsonValue): [JsonValue, JsonValue] {
  if (!Array.isArray(argument) || argument[0] === undefined || argument[1] === undefined) {
    throw new Error(`${name} needs two arguments.`);
  }
  return [argument[0], argument[1]];
}

function list(name: string, value: JsonValue): JsonValue[] {
  if (!Array.isArray(value)) throw new Error(`${name} needs a list.`);
  return value;
}
