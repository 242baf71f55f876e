import { embedded } from './embedded.ts';

export const IMPORT = {
  importId: 'api-1',
  prefix: 'VOUCIM',
  fileName: 'VoucherID.csv',
  createdAt: '2026-11-22T17:00:00.000Z',
  somethingNewer: { is: 'let through' },
  files: [],
};

/** The API's answers to `GET /imports/api-1`, one after the other, the last for ever; other paths say 200. */
export function following(...views: object[]) {
  let at = 0;
  return embedded(({ method, path }) => {
    const view = views[Math.min(at, views.length - 1)];
    if (method === 'GET' && path === '/imports/api-1') at += 1;
    return { json: { ...IMPORT, ...view } };
  });
}
