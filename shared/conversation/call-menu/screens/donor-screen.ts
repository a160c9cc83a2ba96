import { visitQuestion } from '../../../request/lifecycle/visits.ts';
import type { Request } from '../../../request/request.ts';
import { alertMessage } from '../../../request/request-messages.ts';
import type { Prompt } from '../../../voice/prompt-keys.ts';
import { nextOpenItem } from '../landing-screen.ts';
import { goTo, run, runCommand } from '../menu-action.ts';
import { aboutRequest, type Line, oneKey, type Screens } from './define-screen.ts';

/* The screens of a donor: the alert, the pledge, and the questions about a visit, which a family hears too. */

export const donorScreens: Screens<'alert' | 'pledge' | 'visit'> = {
  alert: aboutRequest({
    render: (_, { request, arriveBy = request.neededBy }) => ({
      // Where first, then the question.
      say: [...hospitalLines(request), alertMessage(request, arriveBy)],
      listen: oneKey,
    }),
    handleKey: (state, keys, { request: { code }, caller }) =>
      ({
        1: runCommand({ type: 'answer', digit: 1, code }),
        2: runCommand({ type: 'answer', digit: 2, code }),
        5: goTo(nextOpenItem(state, caller)),
      })[Number(keys)],
  }),
  pledge: aboutRequest({
    render: (_, { caller: { pledge }, request }) => {
      if (!pledge) return undefined;
      const { code, hospital, place } = request;
      if (pledge.state === 'standby')
        return { say: [{ key: 'pledgeStandby', params: { code } }], listen: oneKey };
      const { arriveBy } = pledge;
      const confirmed: Prompt = {
        key: 'pledgeConfirmed',
        params: { code, hospital, place: place.name, arriveBy, ...(pledge.asap && { asap: true }) },
      };
      return {
        say: [confirmed, ...hospitalLines(request), ...attendantLines(request)],
        listen: oneKey,
      };
    },
    handleKey: (state, keys, { caller, request: { code, id: requestId } }) => {
      const key = Number(keys);
      const drop = runCommand({ type: 'drop', code });
      const other = goTo(nextOpenItem(state, caller));
      if (caller.pledge?.state === 'standby') return { 2: drop, 5: other }[key];
      return {
        1: run({ type: 'connect', requestId, donor: 0 }),
        2: drop,
        3: runCommand({ type: 'done', code }),
        5: other,
      }[key];
    },
  }),
  visit: aboutRequest({
    render: ({ about }, { request }) => ({ say: [visitQuestion(about, request)], listen: oneKey }),
    handleKey: (state, keys, { caller }) =>
      Number(keys) === 5 && state.about !== 'drop-reason'
        ? goTo(nextOpenItem(state, caller))
        : run({ type: 'visit', digit: Number(keys) }),
  }),
};

/** A hospital without a written name is heard as the family said it. */
export const hospitalLines = ({ spoken }: Request): Line[] =>
  spoken?.hospital ? [{ key: 'hearHospital', params: {} }, { recording: spoken.hospital }] : [];

/** The person to ask for, as the family said the name. */
const attendantLines = ({ attendant, patient, spoken }: Request): Line[] => {
  const recording = spoken?.attendant ?? spoken?.patient;
  return recording && !attendant && !patient
    ? [{ key: 'hearAttendant', params: {} }, { recording }]
    : [];
};
