import type { RouteConfig } from '../template/resources/http-apis.ts';

export interface RouteMatch {
  readonly route: RouteConfig;
  /** Decoded; undefined if the route has none. */
  readonly pathParameters: Readonly<Record<string, string>> | undefined;
}

interface CompiledRoute {
  readonly route: RouteConfig;
  readonly method: string;
  readonly pattern: RegExp;
  /** Lower ranks are tried first. */
  readonly rank: string;
}

/** Finds the route for a request as API Gateway does: the most specific path first, a method before ANY, `$default` last. */
export class RouteTable {
  readonly #routes: readonly CompiledRoute[];
  readonly #fallback: RouteConfig | undefined;

  constructor(routes: readonly RouteConfig[]) {
    this.#fallback = routes.find(({ key }) => key === '$default');
    this.#routes = routes
      .filter(({ key }) => key !== '$default')
      .map(compile)
      .toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  }

  find(method: string, path: string): RouteMatch | undefined {
    for (const { route, method: wanted, pattern } of this.#routes) {
      const found = wanted === 'ANY' || wanted === method ? pattern.exec(path) : null;
      if (found !== null) return { route, pathParameters: found.groups && decodeAll(found.groups) };
    }
    return this.#fallback && { route: this.#fallback, pathParameters: undefined };
  }
}

function compile(route: RouteConfig): CompiledRoute {
  const [method = '', path = ''] = route.key.split(' ');
  const segments = path.split('/').slice(1);
  const parts = segments.map((segment) => {
    const variable = /^\{(\w+)(\+?)\}$/.exec(segment);
    if (variable === null) return { rank: '0', source: segment.replace(/[^\w-]/g, '\\$&') };
    return variable[2] === '+'
      ? { rank: '2', source: `(?<${variable[1]}>.+)` }
      : { rank: '1', source: `(?<${variable[1]}>[^/]+)` };
  });
  const rank = `${parts.map((part) => part.rank).join('')}${method === 'ANY' ? '9' : '3'}`;
  return { route, method, pattern: new RegExp(`^/${parts.map((part) => part.source).join('/')}$`), rank };
}

function decodeAll(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, decodeURIComponent(value)]));
}
