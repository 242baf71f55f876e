import { delimiter } from 'node:path';
import type { FunctionConfig } from './types.ts';

/**
 * All environment variables of a function. The parent's variables are not passed on: as on AWS, the template must declare
 * what a function needs.
 * @param cloud region, credentials and endpoints (`AWS_REGION`, `AWS_ENDPOINT_URL_S3`, ...), the same for every function
 */
export function lambdaEnvironmentVariables(
  config: FunctionConfig,
  cloud: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    LANG: 'en_US.UTF-8',
    TZ: 'UTC',
    PATH: ['/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_FUNCTION_NAME: config.name,
    // The SDK sends the function's name in its user agent, by which the services here identify the caller.
    AWS_SDK_UA_APP_ID: config.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(config.memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${config.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: '[$LATEST]local',
    LAMBDA_TASK_ROOT: config.codeDir,
    _HANDLER: config.handler,
    ...config.environment,
    ...cloud,
  };
}
