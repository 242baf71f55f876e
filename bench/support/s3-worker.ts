import { startS3 } from './s3-server.ts';

// The embedded cloud's S3 over the folder given, in a process of its own, so that its work is not measured as a step's.
const { endpoint } = await startS3(process.argv[2] ?? '', true);
process.send?.(endpoint);
