import { globSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { RouteDescription } from '../../functions/shared/http/route.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface RouteModule {
  readonly routes: readonly RouteDescription[];
}

function isRouteModule(module: unknown): module is RouteModule {
  return typeof module === 'object' && module !== null && 'routes' in module && Array.isArray(module.routes);
}

/** The route tables of every domain, in the order of their folders. */
export async function readRoutes(): Promise<readonly RouteDescription[]> {
  const tables: RouteDescription[][] = [];
  for (const file of globSync('functions/*/{routes,*-routes}.ts', { cwd: ROOT }).sort()) {
    const module: unknown = await import(pathToFileURL(`${ROOT}${file}`).href);
    if (!isRouteModule(module)) throw new Error(`${file} exports no \`routes\``);
    tables.push([...module.routes]);
  }
  return tables.flat();
}
