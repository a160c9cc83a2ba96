import { type SpokenLanguage, spokenLanguages } from '../../../terms/language.ts';
import { after, dayOf, hours } from '../../../terms/time.ts';
import { givingQuestions } from '../../../voice/giving-questions.ts';
import type { Prompt } from '../../../voice/prompt-keys.ts';
import type { CallContext } from '../call-context.ts';
import { goTo, type MenuAction, run, runCommand } from '../menu-action.ts';
import { ask, oneKey, record, type Screens } from './define-screen.ts';
import { dayFromKeys } from './join-screen.ts';

/* The screens for every caller: language, main menu, settings, questions about giving, and a volunteer. */

/** The keys that the prompt chooseLanguage names. */
const languageKeys: Record<SpokenLanguage, string> = { hi: '1', en: '2' };
/** What the settings offer in place of the caller's language. */
const otherLanguage: Record<SpokenLanguage, SpokenLanguage> = { hi: 'en', en: 'hi' };

const byText: Prompt = { key: 'forgetByText', params: {} };

const startJoin = ({ caller }: CallContext): MenuAction =>
  caller.isDonor ? goTo({ at: 'settings' }) : run({ type: 'start-join' });

export const menuScreens: Screens<
  | 'language'
  | 'menu'
  | 'settings'
  | 'settings-more'
  | 'pause'
  | 'gave-when'
  | 'gave-date'
  | 'forget'
  | 'myths'
  | 'myth'
  | 'volunteer'
  | 'volunteer-message'
  | 'talk'
  | 'caller-talk'
  | 'ended'
> = {
  language: {
    render: ask({ key: 'chooseLanguage', params: {} }),
    handleKey: (_, keys) => {
      const language = spokenLanguages.find((spoken) => languageKeys[spoken] === keys);
      return language && run({ type: 'speak', language });
    },
  },
  menu: {
    render: (_, { caller }) => ({
      say: [{ key: 'mainMenu', params: { donor: caller.isDonor, volunteer: caller.isVolunteer } }],
      listen: oneKey,
    }),
    handleKey: (_, keys, context) =>
      ({
        1: run({ type: 'start-need' }),
        2: startJoin(context),
        3: goTo({ at: 'myths' }),
        4: goTo({ at: 'settings' }),
      })[Number(keys)],
  },
  settings: {
    render: (_, { caller }) => ({
      say: [{ key: 'settings', params: { donor: caller.isDonor } }],
      listen: oneKey,
    }),
    handleKey: (_, keys, context) =>
      keys === '8' ? goTo({ at: 'settings-more' }) : settingFromKey(keys, context),
  },
  'settings-more': {
    render: (_, { caller }) => ({
      say: [
        {
          key: 'settingsMore',
          params: {
            donor: caller.isDonor,
            volunteer: caller.isVolunteer,
            byCall: caller.byCall,
            hidden: caller.numberHidden,
            onDuty: caller.onDuty,
          },
        },
      ],
      listen: oneKey,
    }),
    handleKey: (_, keys, context) => settingFromKey(keys, context),
  },
  pause: {
    render: ask({ key: 'pauseKeys', params: {} }),
    handleKey: (_, keys) =>
      ({
        1: runCommand({ type: 'pause', days: 30 }, { at: 'menu' }),
        2: runCommand({ type: 'pause', days: 90 }, { at: 'menu' }),
        3: runCommand({ type: 'on' }, { at: 'menu' }),
      })[Number(keys)],
  },
  'gave-when': {
    render: ask({ key: 'gaveWhen', params: {} }),
    handleKey: (_, keys, { now }) =>
      ({
        1: runCommand({ type: 'gave', day: dayOf(now) }, { at: 'menu' }),
        2: runCommand({ type: 'gave', day: dayOf(after(now, -hours(24))) }, { at: 'menu' }),
        3: goTo({ at: 'gave-date' }),
      })[Number(keys)],
  },
  'gave-date': {
    render: ask({ key: 'gaveDate', params: {} }, 4),
    takesNine: true,
    handleKey: (_, keys, context) => {
      const day = dayFromKeys(keys, context);
      return day && runCommand({ type: 'gave', day }, { at: 'menu' });
    },
  },
  forget: {
    render: ask({ key: 'forgetCheck', params: {} }),
    handleKey: (_, keys, { caller }) => {
      const { isProven, isDonor, isVolunteer, requests } = caller;
      const isConfirmedByText = !isProven && (isDonor || isVolunteer || requests.length > 0);
      const forget = run({ type: 'text', command: { type: 'forget' } }, { at: 'ended' });
      return {
        1: isConfirmedByText ? { ...forget, say: [byText] } : forget,
        2: goTo({ at: 'settings' }),
      }[Number(keys)];
    },
  },
  myths: {
    render: ask({ key: 'mythList', params: {} }),
    handleKey: (_, keys) =>
      Number(keys) <= givingQuestions.length && Number(keys) >= 1
        ? goTo({ at: 'myth', number: Number(keys) })
        : undefined,
  },
  myth: {
    render: ({ number }) => {
      const key = givingQuestions[number - 1];
      return (
        key && {
          say: [
            { key, params: {} },
            { key: 'mythKeys', params: {} },
          ],
          listen: oneKey,
        }
      );
    },
    handleKey: ({ number }, keys, context) =>
      ({
        1: goTo({ at: 'myth', number: (number % givingQuestions.length) + 1 }),
        2: context.caller.isDonor
          ? runCommand({ type: 'join', rest: '' }, { at: 'menu' })
          : startJoin(context),
        5: goTo({ at: 'menu' }),
      })[Number(keys)],
  },
  // The use case finds the volunteers to ring and speaks to the caller meanwhile.
  volunteer: { render: () => undefined, handleKey: () => undefined },
  'volunteer-message': {
    render: record({ key: 'nobodyFree', params: {} }, 'message'),
    handleRecording: (_, isRecorded) =>
      isRecorded
        ? {
            ...run({ type: 'keep-recording' }, { at: 'ended' }),
            say: [{ key: 'messageKept', params: {} }],
          }
        : goTo({ at: 'ended' }, [{ key: 'messageEmpty', params: {} }]),
  },
  // Two people talk; when the talk is over, the use case finds what is open for the caller.
  talk: { render: () => undefined, handleKey: () => undefined },
  'caller-talk': { render: () => undefined, handleKey: () => undefined },
  ended: {
    render: () => ({ say: [{ key: 'goodbye', params: {} }], listen: { type: 'hang-up' } }),
    handleKey: () => undefined,
  },
};

/** Both screens of settings take all of them. 1 the other language; a donor 2 pause, 3 gave elsewhere, 4 text or call, 5 number; a volunteer 6 duty; 7 erase me. */
const settingFromKey = (keys: string, { caller }: CallContext): MenuAction | undefined => {
  const other = caller.language ? otherLanguage[caller.language] : 'hi';
  const common: Record<string, MenuAction> = {
    1: run({ type: 'speak', language: other }, { at: 'menu' }),
    7: goTo({ at: 'forget' }),
  };
  const donor: Record<string, MenuAction> = {
    2: goTo({ at: 'pause' }),
    3: goTo({ at: 'gave-when' }),
    4: run({ type: 'prefer-calls', calls: !caller.byCall }, { at: 'menu' }),
    5: run(
      { type: 'choose-sharing', sharing: caller.numberHidden ? 'share' : 'bridge' },
      { at: 'menu' },
    ),
  };
  const volunteer: Record<string, MenuAction> = {
    6: runCommand(caller.onDuty ? { type: 'off' } : { type: 'on' }),
  };
  return (
    common[keys] ??
    (caller.isDonor ? donor[keys] : undefined) ??
    (caller.isVolunteer ? volunteer[keys] : undefined)
  );
};
