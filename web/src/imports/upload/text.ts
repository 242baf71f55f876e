/** The texts of a file on its way to the bucket. */
export const UPLOAD = {
  title: (fileName: string) => `Upload of ${fileName}`,
  into: (prefix: string) => `Into CRM table ${prefix}. The import starts when the whole file has arrived.`,
  status: {
    sending: 'Sends the file',
    waiting: 'The connection is lost. The upload goes on when it is back.',
    paused: 'Paused. Everything that has arrived stays.',
    failed: 'The upload has failed',
    done: 'The file has arrived',
  },
  amount: (sent: string, total: string) => `${sent} of ${total}`,
  pause: 'Pause',
  resume: 'Resume',
  retry: 'Try again',
  cancel: 'Cancel import',
  cancelTitle: 'Cancel the import?',
  cancelText: 'What has been sent is deleted, and nothing is imported.',
  keep: 'Go on with the upload',
  notCancelled: 'The import is not cancelled',
  cancelled: (fileName: string) => `The import of ${fileName} is cancelled. Nothing is left of it.`,
  open: (fileName: string, size: string, prefix: string) =>
    `The upload of ${fileName} (${size}) into ${prefix} has stopped. Choose the same file to go on; what has arrived stays.`,
  openWhole: (fileName: string, prefix: string) =>
    `The upload of ${fileName} into ${prefix} has stopped before the file arrived. Discard it, and import the file again.`,
  chooseSame: 'Choose the same file',
  discard: 'Discard the upload',
  otherName: (fileName: string) => `This is another file. Choose ${fileName}.`,
  otherContent: 'This file has changed since the upload began. Discard the upload, and import the file again.',
  over: 'This upload has ended in the meantime. See the list of imports.',
} as const;
