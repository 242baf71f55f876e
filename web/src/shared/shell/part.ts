import { type ComponentType, lazy } from 'react';

/** A part of the console could not be loaded: the connection is lost, or a newer console has been deployed. */
export class PartMissing extends Error {
  constructor() {
    super('This part of the console cannot be loaded. Check the network connection and try again.');
  }
}

type Load<Props> = () => Promise<{ readonly default: ComponentType<Props> }>;

/** Loads a part when it is needed. @throws PartMissing */
async function loadPart<Props>(load: Load<Props>): Promise<{ readonly default: ComponentType<Props> }> {
  try {
    return await load();
  } catch {
    throw new PartMissing();
  }
}

/** A page that is loaded when it is opened. @throws PartMissing while rendering */
export const lazyPage = <Props>(load: Load<Props>) => lazy(() => loadPart(load));
