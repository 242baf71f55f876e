import { HARBOUR_BAY } from './harbour-bay.ts';
import { LUMIERE } from './lumiere.ts';

export const DEMO_CLIENTS = [HARBOUR_BAY, LUMIERE] as const;

/** A role that shows no telephone numbers, and e-mail addresses without letting them be changed. */
export const CAREFUL_ROLE = {
  name: 'Agent without telephone numbers',
  fieldRules: [{ prefix: HARBOUR_BAY.table.prefix, hidden: ['P012', 'P013'], readOnly: ['P019'] }],
};

export interface DemoUser {
  readonly username: string;
  readonly name: string;
  /** The id of a built-in role, or `careful` for `CAREFUL_ROLE`. */
  readonly role: 'supervisor' | 'agent' | 'careful';
  readonly accounts: readonly string[];
  /** Shown where the user is listed. */
  readonly about: string;
}

const HAR = HARBOUR_BAY.account;
const LUM = LUMIERE.account;

/** The users of the demo, in addition to the first people of the machine, of whom one is the administrator. */
export const DEMO_USERS: readonly DemoUser[] = [
  {
    ...{ username: 'nadia.haddad', name: 'Nadia Haddad', role: 'supervisor' },
    ...{ accounts: [HAR.prefix, LUM.prefix], about: 'supervisor of both clients' },
  },
  {
    ...{ username: 'owen.price', name: 'Owen Price', role: 'agent' },
    ...{ accounts: [HAR.prefix], about: `agent of ${HAR.name}` },
  },
  {
    ...{ username: 'juliette.morel', name: 'Juliette Morel', role: 'agent' },
    ...{ accounts: [LUM.prefix], about: `agent of ${LUM.name}` },
  },
  {
    ...{ username: 'tomas.lindgren', name: 'Tomas Lindgren', role: 'careful' },
    ...{ accounts: [HAR.prefix], about: `agent of ${HAR.name}, sees no telephone numbers` },
  },
];
