import { inLatinLetters } from '../../format/truncate.ts';
import { phrases } from '../phrases.ts';
import type { CampCatalog } from './camp-catalog.ts';

const w = phrases.en;
const { hospitalName } = inLatinLetters;
const times = (moments: readonly string[]): string =>
  moments.map((moment, i) => `${i + 1} = ${moment}`).join(', ');
const questions = {
  centre: 'Which blood centre holds the camp? Send its name.',
  venue: 'Where is the camp? Send the place and its PIN code, like: Police Lines 211001',
  day: 'On which day? Like 13/12',
  hours: 'From when to when? Like 9-14',
  teams: 'How many teams does the blood centre send? One takes 22 donors an hour.',
  units: 'How many units are wanted?',
} as const;
const reasons = {
  hb: 'Your iron was a little low today. Green leaves, dal and jaggery help.',
  bp: 'Your blood pressure was not right for giving today. Rest and water are good.',
  weight: 'The weight was under what is safe for you.',
  medicine: 'With that medicine it is safer to wait.',
  recent: 'It is too soon after the last time.',
  other: 'The doctor found it safer for you today.',
} as const;

export const enCampMessages: CampCatalog = {
  campAsk: ({ step, again }) =>
    `${again ? 'Sorry, we did not follow that. ' : ''}${questions[step]}`,
  campSummary: ({ centre, hospital, place, opensAt, closesAt, teams, units }, context) =>
    `Camp of ${hospitalName(centre)} at ${w.where({ hospital, place }, context)}, ${w.time(opensAt)} to ${w.time(closesAt)}, teams: ${teams}, wanted: ${w.units(units)}. 1 = open it, 2 = open it and ask rare groups too, 3 = drop it`,
  campOpened: ({ hospital, place, opensAt, invitesAt }, context) =>
    `The camp at ${w.where({ hospital, place }, context)}, ${w.time(opensAt)}, is open. We invite donors from ${w.time(invitesAt)}. On its evening we tell you how it went.`,
  campDropped: () => 'The camp is dropped. Nobody was invited.',
  campInvite: ({ centre, hospital, place, opensAt, closesAt }, context) =>
    `${context.groupName}: blood camp of ${hospitalName(centre)} at ${w.where({ hospital, place }, context)}, ${w.time(opensAt)} to ${w.time(closesAt)}. Will you give? 1 = I come, 2 = not this time. Blood is never paid for.`,
  campTimes: ({ first, second, third }) =>
    `Thank you! When do you come? ${times([first, second, third].filter((m) => m !== undefined).map((m) => w.time(m)))}. 4 = none of these.`,
  campBooked: ({ hospital, place, at, code }, context) =>
    at === undefined
      ? `Welcome to the camp at ${w.where({ hospital, place }, context)}. Your number at the door: ${code}. Please show it to our volunteer.`
      : `Thank you. We expect you ${w.time(at, context.now)} at ${w.where({ hospital, place }, context)}. Your number at the door: ${code}. If you cannot come, text DROP.`,
  campWaiting: () =>
    'Thank you. No half hour is free just now: you are on our list, and we text you when one is.',
  campNo: () => 'Thank you for telling us. We ask you again another time.',
  campFreed: () => 'Thank you for telling us. Another donor gets your half hour.',
  campOver: () => 'That camp is over, or takes no more donors. Thank you for wanting to give.',
  campOff: ({ hospital, place, opensAt }, context) =>
    `Sorry: the camp at ${w.where({ hospital, place }, context)}, ${w.time(opensAt)}, does not take place. Thank you all the same. Please tell the friends you wanted to bring.`,
  campReminder: ({ hospital, place, at, code, soon }, context) =>
    `${soon ? 'See you soon' : 'The camp is near'}: ${w.time(at, context.now)} at ${w.where({ hospital, place }, context)}, your number ${code}. Eat, drink water, bring an ID${soon ? '' : ' and a friend'}. If you cannot come, text DROP.`,
  campGave: ({ count, next, link }) =>
    `Thank you for giving blood today: a life may be saved by it. It is gift ${count} that we know of. You may give again from ${w.day(next)}. Your certificate: ${link}`,
  campBack: ({ why, until }) =>
    `Thank you for coming to give. ${reasons[why]} That happens to many. You are welcome again from ${w.day(until)}.`,
  campMissed: () =>
    'We missed you at the camp today. Things come between, that is all right. 1 = ask me for the next camp, 2 = no more camps please.',
  campNextTime: ({ ok }) =>
    ok
      ? 'Thank you. We ask you for the next camp.'
      : 'Noted: we do not invite you to camps. We still ask when a patient near you needs your blood.',
  campDoor: ({ code, group, did }) =>
    ({
      in: `${code} (${w.group(group)}) is here. After giving: GAVE ${code}. Sent home by the doctor: BACK ${code}`,
      gave: `${code} (${w.group(group)}) gave: counted. If that is wrong: BACK ${code}`,
      back: `${code} (${w.group(group)}) was sent home: counted. If that is wrong: GAVE ${code}`,
    })[did],
  campAskBack: ({ code }) =>
    `Why? Send BACK ${code} and 1 haemoglobin 2 pressure 3 weight 4 medicine 5 gave lately 6 other`,
  campDoorUnknown: ({ code }) =>
    `Nobody has ${code ? `the number ${code}` : 'that number'} at a camp of today. For a new donor: NEW B+ and the phone number.`,
  campWalkIn: ({ ofPhone }) =>
    `${ofPhone} gets our notice by text now. The number for the door comes on that phone once they agree.`,
  campNone: () => 'No camp of your zone is held today.',
  campHeld: ({ came, units, sentHome, missed, link }) =>
    `Camp over: ${came} came, ${w.units(units)} given, ${sentHome} sent home, ${missed} did not come. The sheet for the blood centre, due in 7 days: ${link}`,
};
