import { auditIndexPartition, auditPartition, auditPosition, fromAuditItem } from '../../shared/dynamodb/audit-item.ts';
import type { ControlTable } from '../../shared/dynamodb/control-table.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { rejectionsKey } from '../../shared/dynamodb/rejections-item.ts';
import type { AuditReader } from '../ports.ts';

export function auditReader(table: ControlTable): AuditReader {
  return {
    positionOf: auditPosition,
    async read(list, { month, from, below, limit }) {
      // DynamoDB rejects an empty range.
      if (from > below) return { entries: [] };
      const place =
        list === 'all'
          ? { partition: auditIndexPartition(month), inIndex: {} }
          : { partition: auditPartition(list, month) };
      const span = { ...place, sortPrefix: '', between: { from, to: below }, newestFirst: true };
      const page = await table.page(span, { limit, after: undefined });
      const entries = readEach(page.items, fromAuditItem).filter((entry) => auditPosition(entry) < below);
      return { entries, ...(page.next !== undefined && { next: page.next }) };
    },
    async rejectionsOf(person, route, window) {
      const item = await table.getEventually(rejectionsKey(person, route, window));
      return item?.rejections?.N === undefined ? undefined : Number(item.rejections.N);
    },
  };
}
