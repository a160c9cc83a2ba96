import { after, dayOf, hours } from '../../../terms/time.ts';
import type { Scene } from '../call-context.ts';
import type { CallState } from '../call-state.ts';
import { act, go, type Meant, obey, unclear } from '../menu-action.ts';
import { heardDay } from './join-by-key.ts';

const languages = { 1: 'hi', 2: 'en' } as const;

/** Everyone's own screens: language, main menu, settings, questions about giving. */
export const hearMenuKey = (state: CallState, keys: string, scene: Scene): Meant | undefined => {
  switch (state.at) {
    case 'language': {
      const language = keys === '1' ? languages[1] : keys === '2' ? languages[2] : undefined;
      return language ? act({ type: 'speak', language }) : unclear;
    }
    case 'menu':
      return hearMainMenu(keys, scene);
    case 'settings':
      return hearSetting(keys, scene);
    case 'pause':
      return {
        1: obey({ type: 'pause', days: 30 }, { at: 'menu' }),
        2: obey({ type: 'pause', days: 90 }, { at: 'menu' }),
        3: obey({ type: 'on' }, { at: 'menu' }),
      }[Number(keys)];
    case 'gave-when':
      return {
        1: obey({ type: 'gave', day: dayOf(scene.now) }, { at: 'menu' }),
        2: obey({ type: 'gave', day: dayOf(after(scene.now, -hours(24))) }, { at: 'menu' }),
        3: go({ at: 'gave-date' }),
      }[Number(keys)];
    case 'gave-date': {
      const day = heardDay(keys, scene);
      return day ? obey({ type: 'gave', day }, { at: 'menu' }) : unclear;
    }
    case 'forget':
      return { 1: obey({ type: 'forget' }, { at: 'ended' }), 2: go({ at: 'settings' }) }[
        Number(keys)
      ];
    case 'myths':
      return Number(keys) <= myths.length && Number(keys) >= 1
        ? go({ at: 'myth', number: Number(keys) })
        : keys === '*'
          ? go('home')
          : undefined;
    case 'myth':
      return {
        1: go({ at: 'myth', number: (state.number % myths.length) + 1 }),
        2: scene.caller.isDonor
          ? obey({ type: 'join', rest: '' }, { at: 'menu' })
          : startJoin(scene),
        5: go({ at: 'menu' }),
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

const startJoin = ({ caller }: Scene): Meant =>
  caller.isDonor ? go({ at: 'settings' }) : act({ type: 'start-join' });

const hearMainMenu = (keys: string, scene: Scene): Meant | undefined =>
  ({
    1: act({ type: 'start-need' }),
    2: startJoin(scene),
    3: go({ at: 'myths' }),
    4: go({ at: 'settings' }),
  })[Number(keys)];

/** 1 the other language; a donor 2 pause, 3 gave elsewhere, 4 text or call, 5 number; a volunteer 6 duty; 7 erase me. */
const hearSetting = (keys: string, { caller }: Scene): Meant | undefined => {
  const other = caller.language === 'hi' ? 'en' : 'hi';
  const common: Record<string, Meant> = {
    1: act({ type: 'speak', language: other }, { at: 'menu' }),
    7: go({ at: 'forget' }),
  };
  const donor: Record<string, Meant> = {
    2: go({ at: 'pause' }),
    3: go({ at: 'gave-when' }),
    4: act({ type: 'prefer-calls', calls: !caller.byCall }, { at: 'menu' }),
    5: act(
      { type: 'choose-sharing', sharing: caller.numberHidden ? 'share' : 'bridge' },
      { at: 'menu' },
    ),
  };
  const volunteer: Record<string, Meant> = {
    6: obey(caller.onDuty ? { type: 'off' } : { type: 'on' }),
  };
  return (
    common[keys] ??
    (caller.isDonor ? donor[keys] : undefined) ??
    (caller.isVolunteer ? volunteer[keys] : undefined)
  );
};
