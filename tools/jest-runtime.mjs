// jest's own runtime, with the compiled code kept between the test files of one worker process.
// jest gives each test file a context of its own and compiles itself, the packages and the sources again in each, which V8's
// own cache does not recognise. It was a fifth of the processor time of the unit tests. V8 checks the kept code, and compiles
// what it rejects.
import vm from 'node:vm';
import Runtime from 'jest-runtime';

const { compileFunction, SourceTextModule } = vm;
const kept = new Map();

/** The code that was kept for this source under this name. A file may have another source by now. */
const keptFor = (name, source) => (kept.get(name)?.source === source ? kept.get(name).data : undefined);

vm.compileFunction = (source, parameters, options) => {
  const name = [options?.filename, ...(parameters ?? [])].join();
  const cachedData = keptFor(name, source);
  const compiled = compileFunction(source, parameters, { ...options, cachedData, produceCachedData: !cachedData });
  if (!cachedData) kept.set(name, { source, data: compiled.cachedData });
  return compiled;
};

vm.SourceTextModule = class extends SourceTextModule {
  constructor(source, options) {
    const cachedData = keptFor(options.identifier, source);
    super(source, cachedData ? { ...options, cachedData } : options);
    if (!cachedData) kept.set(options.identifier, { source, data: this.createCachedData() });
  }
};

// jest loads this file by `require`, which answers the export of this name.
export { Runtime as 'module.exports' };
