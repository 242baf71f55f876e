import type { CorsConfig } from '../template/resources/http-apis.ts';
import type { Reply } from './reply.ts';

/** Whether the template lets pages of this origin call the API. */
export function isAllowedOrigin(cors: CorsConfig | undefined, origin: string): boolean {
  const allowed = cors?.AllowOrigins ?? [];
  return allowed.includes('*') || allowed.includes(origin);
}

/** The headers that API Gateway adds to every answer for an allowed origin. */
export function corsHeaders(cors: CorsConfig | undefined, origin: string | undefined): Record<string, string> {
  if (cors === undefined || origin === undefined || !isAllowedOrigin(cors, origin)) return {};
  return {
    'access-control-allow-origin': cors.AllowOrigins?.includes('*') ? '*' : origin,
    ...(cors.AllowCredentials && { 'access-control-allow-credentials': 'true' }),
    ...(cors.ExposeHeaders && { 'access-control-expose-headers': cors.ExposeHeaders.join(',') }),
  };
}

/** The answer to a preflight request, which is not routed. */
export function preflightReply(cors: CorsConfig, origin: string): Reply {
  return {
    status: 204,
    headers: {
      ...corsHeaders(cors, origin),
      ...(cors.AllowMethods && { 'access-control-allow-methods': cors.AllowMethods.join(',') }),
      ...(cors.AllowHeaders && { 'access-control-allow-headers': cors.AllowHeaders.join(',') }),
      ...(cors.MaxAge !== undefined && { 'access-control-max-age': String(cors.MaxAge) }),
    },
    body: '',
  };
}
