// jest runs the sources as they are, less their types. The TypeScript compiler checks; esbuild only strips.
import { transformSync } from 'esbuild';

export default {
  process(source, filename) {
    const { code } = transformSync(source, {
      loader: 'ts',
      format: 'esm',
      target: 'node24',
      sourcemap: 'inline',
      sourcefile: filename,
    });
    return { code };
  },
};
