import { run } from '../menu-action.ts';
import { aboutRequest, oneKey, type Screens } from './define-screen.ts';

/* A call to a volunteer who asked in the console to be connected. A key shows that a person has picked up. */

export const connectScreens: Screens<'connect'> = {
  connect: aboutRequest({
    render: ({ alertId }, { request: { code } }) => ({
      say: [{ key: 'connectOffer', params: { code, to: alertId ? 'donor' : 'family' } }],
      listen: oneKey,
    }),
    handleKey: ({ alertId }, keys, { request: { id: requestId } }) =>
      keys === '1' ? run({ type: 'connect-volunteer', requestId, alertId }) : undefined,
  }),
};
