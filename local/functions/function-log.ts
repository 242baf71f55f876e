import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

interface EndedInvocation {
  readonly requestId: string;
  readonly milliseconds: number;
  /** Milliseconds that the execution environment took to load; given for its first invocation only. */
  readonly initMs: number | undefined;
  readonly peakMb: number | undefined;
  readonly failure: string | undefined;
}

/** The log file of one function, `<dir>/<name>.log`: the function's output, and Lambda's START and REPORT lines. */
export class FunctionLog {
  readonly fd: number;

  constructor(dir: string, functionName: string) {
    mkdirSync(dir, { recursive: true });
    this.fd = openSync(join(dir, `${functionName}.log`), 'a');
  }

  started(requestId: string): void {
    writeSync(this.fd, `START RequestId: ${requestId}\n`);
  }

  ended({ requestId, milliseconds, initMs, peakMb, failure }: EndedInvocation): void {
    const memory = peakMb === undefined ? '' : ` Max Memory Used: ${Math.ceil(peakMb)} MB`;
    const status = failure === undefined ? '' : ` Status: error Error Type: ${failure}`;
    const init = initMs === undefined ? '' : ` Init Duration: ${initMs.toFixed(2)} ms`;
    const duration = `Duration: ${milliseconds.toFixed(2)} ms`;
    writeSync(this.fd, `REPORT RequestId: ${requestId} ${duration}${memory}${init}${status}\n`);
  }

  close(): void {
    closeSync(this.fd);
  }
}
