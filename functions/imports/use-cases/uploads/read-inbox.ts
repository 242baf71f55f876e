import type { InboxSource } from '../../domain/uploads/inbox-files.ts';
import type { Inbox } from '../../ports.ts';

interface InboxPorts {
  readonly inbox: Inbox;
  readonly bucket: string;
}

/** Every file in a folder of the inbox, in key order. */
export async function readInbox({ inbox, bucket }: InboxPorts, folder: string): Promise<InboxSource[]> {
  const files: InboxSource[] = [];
  for await (const file of inbox.list(folder)) files.push({ bucket, ...file });
  return files;
}
