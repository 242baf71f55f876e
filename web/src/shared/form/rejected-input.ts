/** What a user gave cannot be used. The message says why, and is shown. */
export class RejectedInput extends Error {}
