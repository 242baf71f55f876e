import type { InboxSource } from '../../domain/uploads/inbox-files.ts';
import type { Inbox } from '../../ports.ts';

interface InboxPorts {
  readonly inbox: Inbox;
  /** Name of the bucket that the inbox lies in. */
  readonly bucket: string;
}

/** Every file under a folder of the inbox, in the order of the keys. */
export async function readInbox({ inbox, bucket }: InboxPorts, folder: string): Promise<InboxSource[]> {
  const files: InboxSource[] = [];
  for await (const file of inbox.list(folder)) files.push({ bucket, ...file });
  return files;
}
