import type { AuditLog, RejectedRequest, View } from '../../functions/shared/domain/audit/rejected-request.ts';

/** An audit that keeps rejections and views in memory. */
export class MemoryAudit implements AuditLog {
  readonly retentionDays = 396;
  readonly rejected: RejectedRequest[] = [];
  readonly views: View[] = [];

  async recordRejection(rejected: RejectedRequest): Promise<void> {
    this.rejected.push(rejected);
  }

  async recordView(view: View): Promise<void> {
    this.views.push(view);
  }
}
