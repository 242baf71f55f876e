import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The log file of one function, `<dir>/<name>.log`: the function's own output, and Lambda's START and REPORT lines. */
export class FunctionLog {
  readonly fd: number;

  constructor(dir: string, functionName: string) {
    mkdirSync(dir, { recursive: true });
    this.fd = openSync(join(dir, `${functionName}.log`), 'a');
  }

  started(requestId: string): void {
    writeSync(this.fd, `START RequestId: ${requestId}\n`);
  }

  ended(requestId: string, milliseconds: number, peakMb: number | undefined, failure: string | undefined): void {
    const memory = peakMb === undefined ? '' : ` Max Memory Used: ${Math.ceil(peakMb)} MB`;
    const status = failure === undefined ? '' : ` Status: error Error Type: ${failure}`;
    writeSync(this.fd, `REPORT RequestId: ${requestId} Duration: ${milliseconds.toFixed(2)} ms${memory}${status}\n`);
  }

  close(): void {
    closeSync(this.fd);
  }
}
