import { startS3 } from './s3-server.ts';

// Serves the embedded cloud's S3 over the given folder in a separate process, so that its work is not measured as a step's.
const { endpoint } = await startS3(process.argv[2] ?? '', true);
process.send?.(endpoint);
