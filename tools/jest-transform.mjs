// jest runs the sources as they are, less their types. Node itself strips them, as it does outside of the tests.
import { stripTypeScriptTypes } from 'node:module';

export default {
  process(source) {
    return { code: stripTypeScriptTypes(source) };
  },
};
