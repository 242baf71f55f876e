/** Standard output carries the figures, one object a line; the steps in this process log only their failures. */
process.env.LOG_LEVEL ??= 'ERROR';
