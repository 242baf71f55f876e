/** Figures go to standard output, one object a line: the steps that run in this process log their failures alone. */
process.env.LOG_LEVEL ??= 'ERROR';
