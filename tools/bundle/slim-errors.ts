import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** One error class of the SDK, as its generator writes it. */
const ERROR_CLASS =
  /^export class (\w+) extends __BaseException \{\n {4}static shapeId = ("[^"]+#\1");\n {4}name = "\1";\n {4}\$fault = ("\w+");\n((?: {4}\w+;\n)*) {4}constructor\(opts\) \{\n {8}super\(\{\n {12}name: "\1",\n {12}\$fault: \3,\n {12}\.\.\.opts,\n {8}\}\);\n {8}Object\.setPrototypeOf\(this, \1\.prototype\);\n((?: {8}this\.\w+ = opts\.\w+;\n)*) {4}\}\n\}$/gm;

/** Makes the same classes from their names and members. */
const MAKER = `const errorClass = (shapeId, $fault, members) => {
  const name = shapeId.split('#')[1];
  return class Made extends __BaseException {
    static shapeId = shapeId;
    constructor(opts) {
      super({ name, $fault, ...opts });
      this.name = name;
      this.$fault = $fault;
      Object.setPrototypeOf(this, Made.prototype);
      for (const member of members) this[member] = opts[member];
    }
  };
};`;

/** Writes each error class as one line; a class of another form stays as it is. */
export function compactErrors(source: string): string {
  const compact = source.replace(ERROR_CLASS, (_, name: string, shapeId: string, fault: string, fields: string) => {
    const members = JSON.stringify(fields.match(/\w+/g) ?? []);
    return `export const ${name} = /* @__PURE__ */ errorClass(${shapeId}, ${fault}, ${members});`;
  });
  return compact === source ? source : compact.replace(/^(?!import )/m, `${MAKER}\n`);
}

/**
 * The SDK registers the error classes of all operations of a service, so that a bundler keeps them all: 17 KB for Lambda, of
 * which a function calls one operation, 10 KB for DynamoDB, 5 KB for S3.
 */
const compactErrorClasses: Plugin = {
  name: 'compact-error-classes',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk[\\/]client-[\w-]+[\\/]dist-es[\\/]models[\\/]errors\.js$/ }, async ({ path }) => ({
      contents: compactErrors(await readFile(path, 'utf8')),
    }));
  },
};

/**
 * Leaves out the cache of endpoint discovery, which DynamoDB no longer needs and no function turns on: 7 KB of every bundle
 * that uses DynamoDB.
 */
const withoutEndpointCache: Plugin = {
  name: 'without-endpoint-cache',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk[\\/]endpoint-cache[\\/]dist-es[\\/]index\.js$/ }, () => ({
      contents: 'export class EndpointCache {}',
    }));
  },
};

export const slimErrors: readonly Plugin[] = [compactErrorClasses, withoutEndpointCache];
