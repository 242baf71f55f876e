// jest runs the sources with their types stripped by Node, as outside the tests.
import { stripTypeScriptTypes } from 'node:module';

export default {
  process(source) {
    return { code: stripTypeScriptTypes(source) };
  },
};
