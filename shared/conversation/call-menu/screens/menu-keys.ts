import { after, dayOf, hours } from '../../../terms/time.ts';
import type { CallContext } from '../call-context.ts';
import type { CallState } from '../call-state.ts';
import { goTo, type MenuAction, notUnderstood, run, runCommand } from '../menu-action.ts';
import { dayFromKeys } from './join-by-key.ts';

const languages = { 1: 'hi', 2: 'en' } as const;

/** Everyone's own screens: language, main menu, settings, questions about giving. */
export const handleMenuKey = (
  state: CallState,
  keys: string,
  scene: CallContext,
): MenuAction | undefined => {
  switch (state.at) {
    case 'language': {
      const language = keys === '1' ? languages[1] : keys === '2' ? languages[2] : undefined;
      return language ? run({ type: 'speak', language }) : notUnderstood;
    }
    case 'menu':
      return hearMainMenu(keys, scene);
    case 'settings':
      return hearSetting(keys, scene);
    case 'pause':
      return {
        1: runCommand({ type: 'pause', days: 30 }, { at: 'menu' }),
        2: runCommand({ type: 'pause', days: 90 }, { at: 'menu' }),
        3: runCommand({ type: 'on' }, { at: 'menu' }),
      }[Number(keys)];
    case 'gave-when':
      return {
        1: runCommand({ type: 'gave', day: dayOf(scene.now) }, { at: 'menu' }),
        2: runCommand({ type: 'gave', day: dayOf(after(scene.now, -hours(24))) }, { at: 'menu' }),
        3: goTo({ at: 'gave-date' }),
      }[Number(keys)];
    case 'gave-date': {
      const day = dayFromKeys(keys, scene);
      return day ? runCommand({ type: 'gave', day }, { at: 'menu' }) : notUnderstood;
    }
    case 'forget':
      return { 1: runCommand({ type: 'forget' }, { at: 'ended' }), 2: goTo({ at: 'settings' }) }[
        Number(keys)
      ];
    case 'myths':
      return Number(keys) <= myths.length && Number(keys) >= 1
        ? goTo({ at: 'myth', number: Number(keys) })
        : keys === '*'
          ? goTo('home')
          : undefined;
    case 'myth':
      return {
        1: goTo({ at: 'myth', number: (state.number % myths.length) + 1 }),
        2: scene.caller.isDonor
          ? runCommand({ type: 'join', rest: '' }, { at: 'menu' })
          : startJoin(scene),
        5: goTo({ at: 'menu' }),
      }[Number(keys)];
    default:
      return undefined;
  }
};

/** The questions about giving that a doctor hears every day, in the order of the list. */
export const myths = [
  'mythWeakness',
  'mythPain',
  'mythWomen',
  'mythOften',
  'mythStrength',
  'mythMoney',
] as const;

const startJoin = ({ caller }: CallContext): MenuAction =>
  caller.isDonor ? goTo({ at: 'settings' }) : run({ type: 'start-join' });

const hearMainMenu = (keys: string, scene: CallContext): MenuAction | undefined =>
  ({
    1: run({ type: 'start-need' }),
    2: startJoin(scene),
    3: goTo({ at: 'myths' }),
    4: goTo({ at: 'settings' }),
  })[Number(keys)];

/** 1 the other language; a donor 2 pause, 3 gave elsewhere, 4 text or call, 5 number; a volunteer 6 duty; 7 erase me. */
const hearSetting = (keys: string, { caller }: CallContext): MenuAction | undefined => {
  const other = caller.language === 'hi' ? 'en' : 'hi';
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
