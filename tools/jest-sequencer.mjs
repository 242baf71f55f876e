// The order in which jest runs the test files: those that start the embedded cloud first, since each takes a minute or two
// and one that starts last would leave the other processor idle; then those that start an engine; the largest file first.
// jest's own order knows how long a file took in the run before, which a fresh clone does not have.
import { statSync } from 'node:fs';

const FOLDERS = ['/test/e2e/', '/test/integration/', '/test/infra/'];

function rankOf(path) {
  const rank = FOLDERS.findIndex((folder) => path.includes(folder));
  return rank === -1 ? FOLDERS.length : rank;
}

export default class Sequencer {
  sort(tests) {
    const ranked = tests.map((test) => ({ test, rank: rankOf(test.path), bytes: statSync(test.path).size }));
    return ranked.toSorted((a, b) => a.rank - b.rank || b.bytes - a.bytes).map(({ test }) => test);
  }

  /** For `--onlyFailures`, which needs results of an earlier run: none are kept. */
  allFailedTests() {
    return [];
  }

  cacheResults() {}
}
