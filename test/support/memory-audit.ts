import type { AuditLog, RejectedRequest } from '../../functions/shared/domain/audit/rejected-request.ts';

/** An audit that keeps rejections in memory. */
export class MemoryAudit implements AuditLog {
  readonly retentionDays = 396;
  readonly rejected: RejectedRequest[] = [];

  async recordRejection(rejected: RejectedRequest): Promise<void> {
    this.rejected.push(rejected);
  }
}
