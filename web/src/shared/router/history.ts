import { GuardedHistory } from './guarded-history.ts';

export const guardedHistory = new GuardedHistory(window);
