import * as z from 'zod';
import { type HostName, HostNames } from '../host-names.ts';
import { bucketHost, type Place } from '../place.ts';
import type { ResolvedResource } from '../resolver.ts';

const DomainSchema = z.object({ Domain: z.string(), UserPoolId: z.string() });

/** The hosts of everything in the templates that a browser or a distribution calls. */
export function readHostNames(all: readonly ResolvedResource[], place: Place): HostNames {
  return new HostNames(all.flatMap((resource) => hostOf(resource, place)));
}

function hostOf({ type, name, ref, attributes, properties }: ResolvedResource, place: Place): HostName[] {
  const { region, apiUrl, s3Url, signInUrl, consoleUrl } = place;
  switch (type) {
    case 'AWS::ApiGatewayV2::Api':
      return [[`${ref}.execute-api.${region}.amazonaws.com`, apiUrl]];
    case 'AWS::S3::Bucket':
      // A path that ends in a slash stands for everything below it, in a Content Security Policy as well.
      return [[bucketHost(place, name), `${s3Url}/${name}/`]];
    case 'AWS::Cognito::UserPoolDomain':
      return [[`${DomainSchema.parse(properties).Domain}.auth.${region}.amazoncognito.com`, signInUrl]];
    case 'AWS::CloudFront::Distribution':
      return [[attributes.DomainName ?? '', consoleUrl]];
    default:
      return [];
  }
}
