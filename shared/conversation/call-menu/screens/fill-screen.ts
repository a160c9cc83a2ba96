import type { Gazetteer } from '../../../places/gazetteer.ts';
import type { CallContext, Caller } from '../call-context.ts';
import { chosenHospital, nearHospitals, unnamedHospital } from '../intake-draft.ts';
import { goTo, type MenuAction, notUnderstood, run } from '../menu-action.ts';
import { aboutRequest, ask, type Screens } from './define-screen.ts';
import { checkPin, pinUnknown } from './pin-keys.ts';

/* A volunteer keys in what the family of an open request has said on the phone: where, and how much. */

const hintsFor = (gazetteer: Gazetteer, { language = 'hi' }: Caller): readonly string[] =>
  gazetteer.spokenHospitals(language);

/** The hospital may be said instead, or its town. */
const fillFromWords = (words: string, { gazetteer, request }: CallContext): MenuAction => {
  if (!request) return goTo('home');
  const { hospital, town } = gazetteer.find(words);
  const requestId = request.id;
  const pin = town?.value.pin;
  if (!hospital) return pin ? goTo({ at: 'fill-hospital', requestId, pin }) : notUnderstood;
  const { place } = hospital.value;
  const changes = { hospital: hospital.value.hospital.name, place };
  return run({ type: 'fill', changes }, { at: 'fill-units', requestId });
};

export const fillScreens: Screens<'fill-pin' | 'fill-pin-check' | 'fill-hospital' | 'fill-units'> =
  {
    'fill-pin': {
      ...aboutRequest({
        render: (_, { gazetteer, caller }) => ({
          say: [{ key: 'fillPin', params: {} }],
          listen: { type: 'keys', most: 6, hints: hintsFor(gazetteer, caller) },
        }),
        handleKey: (_, keys, { gazetteer, request: { id: requestId } }) => {
          const pin = gazetteer.placeOfPin(keys)?.pin;
          return pin ? goTo({ at: 'fill-pin-check', requestId, pin }) : pinUnknown;
        },
      }),
      takesNine: true,
      handleWords: fillFromWords,
    },
    'fill-pin-check': aboutRequest({
      render: ({ pin }, { gazetteer }) => checkPin(pin, gazetteer),
      handleKey: ({ requestId, pin }, keys) =>
        ({
          1: goTo({ at: 'fill-hospital', requestId, pin }),
          2: goTo({ at: 'fill-pin', requestId }),
        })[Number(keys)],
    }),
    'fill-hospital': {
      ...aboutRequest({
        render: ({ pin }, { gazetteer, caller }) => {
          const hospitals = nearHospitals(gazetteer.placeOfPin(pin), gazetteer).map((h) => h.name);
          return {
            say: [{ key: 'needHospital', params: { hospitals } }],
            listen: { type: 'keys', most: 1, hints: hintsFor(gazetteer, caller) },
          };
        },
        handleKey: ({ requestId, pin }, keys, { gazetteer }) => {
          const place = gazetteer.placeOfPin(pin);
          const choices = nearHospitals(place, gazetteer);
          const hospital = choices[Number(keys) - 1];
          const next = { at: 'fill-units', requestId } as const;
          if (hospital)
            return run({ type: 'fill', changes: chosenHospital(hospital, gazetteer) }, next);
          return place && Number(keys) === choices.length + 1
            ? run({ type: 'fill', changes: { place, hospital: unnamedHospital(place) } }, next)
            : undefined;
        },
      }),
      handleWords: fillFromWords,
    },
    'fill-units': {
      ...aboutRequest({
        render: ask({ key: 'needUnits', params: {} }),
        handleKey: ({ requestId }, keys) =>
          /^[1-9]$/.test(keys)
            ? run(
                { type: 'fill', changes: { units: Number(keys) } },
                { at: 'verify', requestId, passed: [] },
              )
            : undefined,
      }),
      takesNine: true,
    },
  };
