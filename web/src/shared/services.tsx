import { createContext, type ReactNode, useContext } from 'react';
import type { Api } from './api/client.ts';
import type { Session } from './session/session.ts';

/** What every page works with. Built once, in main.tsx. */
export interface Services {
  readonly api: Api;
  readonly session: Session;
}

const ServicesContext = createContext<Services | undefined>(undefined);

export function ServicesProvider({
  services,
  children,
}: {
  readonly services: Services;
  readonly children: ReactNode;
}) {
  return <ServicesContext value={services}>{children}</ServicesContext>;
}

function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('ServicesProvider is missing.');
  return services;
}

export const useApi = (): Api => useServices().api;
export const useSession = (): Session => useServices().session;
