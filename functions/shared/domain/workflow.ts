export type WorkflowStatus = 'unknown' | 'running' | 'ended';

/** Executions of one state machine. */
export interface Workflow {
  /** Starting a name again is no error. */
  start(name: string, input: object): Promise<void>;
  status(name: string): Promise<WorkflowStatus>;
}
