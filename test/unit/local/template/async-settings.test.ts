import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../../local/json-value.ts';
import type { ResolvedResource } from '../../../../local/template/resolver.ts';
import { readAsyncSettings } from '../../../../local/template/resources/async-settings.ts';

const ARN = 'arn:aws:lambda:r:a:function:';

function resource(name: string, properties: JsonObject = {}): ResolvedResource {
  return { type: '', logicalId: name, name, ref: name, attributes: { Arn: ARN + name }, properties };
}

const functions = [
  resource('start', { DeadLetterConfig: { TargetArn: 'arn:aws:sqs:r:a:dead' } }),
  resource('record-failure'),
];

const settingsWith = (config: JsonObject) => readAsyncSettings(functions, [resource('Config', config)]);

describe('the settings of asynchronous invocations', () => {
  test('come from the EventInvokeConfig of the function, with the name of its on-failure destination', () => {
    const settings = settingsWith({
      FunctionName: 'start',
      Qualifier: '$LATEST',
      MaximumRetryAttempts: 1,
      MaximumEventAgeInSeconds: 60,
      DestinationConfig: { OnFailure: { Destination: `${ARN}record-failure` } },
    });
    expect(settings.get('start')).toEqual({
      maxRetries: 1,
      maxAgeSeconds: 60,
      deadLetterQueueArn: 'arn:aws:sqs:r:a:dead',
      onFailureFunction: 'record-failure',
    });
    expect(settings.get('record-failure')).toMatchObject({ maxRetries: 2, maxAgeSeconds: 21_600 });
  });

  test.each<[JsonObject, string]>([
    [{ OnFailure: { Destination: 'arn:aws:sqs:r:a:dead' } }, 'on-failure destination arn:aws:sqs:r:a:dead'],
    [{ OnFailure: { Destination: 'arn:aws:events:r:a:event-bus/default' } }, 'arn:aws:events:r:a:event-bus/default'],
    [{ OnFailure: { Destination: `${ARN}gone` } }, `${ARN}gone`],
    [{ OnSuccess: { Destination: `${ARN}record-failure` } }, 'OnSuccess'],
  ])('reject the destination %j', (DestinationConfig, named) => {
    expect(() => settingsWith({ FunctionName: 'start', DestinationConfig })).toThrow(named);
  });

  test('reject a function or a qualifier that the template does not have', () => {
    expect(() => settingsWith({ FunctionName: 'gone' })).toThrow('unknown function gone');
    expect(() => settingsWith({ FunctionName: 'start', Qualifier: 'live' })).toThrow('Qualifier');
  });
});
