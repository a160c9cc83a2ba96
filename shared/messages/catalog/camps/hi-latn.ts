import { inLatinLetters } from '../../format/truncate.ts';
import { phrases } from '../phrases.ts';
import type { CampCatalog } from './camp-catalog.ts';

const w = phrases['hi-Latn'];
const { hospitalName } = inLatinLetters;
const times = (moments: readonly string[]): string =>
  moments.map((moment, i) => `${i + 1} = ${moment}`).join(', ');
const questions = {
  centre: 'Camp kaun sa blood centre lagayega? Naam bhejein.',
  venue: 'Camp kahan hai? Jagah aur PIN code bhejein, jaise: Police Lines 211001',
  day: 'Kis din? Jaise 13/12',
  hours: 'Kab se kab tak? Jaise 9-14',
  teams: 'Blood centre kitni team bhejega? Ek team ghante mein 22 donor leti hai.',
  units: 'Kitne unit chahiye?',
} as const;
const reasons = {
  hb: 'Aaj aapka iron thoda kam tha. Hari sabzi, dal aur gud se badhta hai.',
  bp: 'Aaj aapka blood pressure khoon dene ke liye theek nahi tha. Aaram aur paani se fark padta hai.',
  weight: 'Wajan aapki suraksha ke liye kam tha.',
  medicine: 'Us dawa ke saath ruk jana hi surakshit hai.',
  recent: 'Pichhli baar ko abhi kam samay hua hai.',
  other: 'Doctor ne aaj aapke liye rukna behtar samjha.',
} as const;

export const hiLatnCampMessages: CampCatalog = {
  campAsk: ({ step, again }) =>
    `${again ? 'Maaf kijiye, samajh nahi aaya. ' : ''}${questions[step]}`,
  campSummary: ({ centre, hospital, place, opensAt, closesAt, teams, units }, context) =>
    `Camp: ${hospitalName(centre)}, jagah ${w.where({ hospital, place }, context)}, ${w.time(opensAt)} se ${w.time(closesAt)}, team: ${teams}, chahiye: ${w.units(units)}. 1 = kholein, 2 = kholein aur rare group ko bhi bulayein, 3 = rehne dein`,
  campOpened: ({ hospital, place, opensAt, invitesAt }, context) =>
    `${w.where({ hospital, place }, context)} ka camp, ${w.time(opensAt)}, khul gaya. Donor ko nyota ${w.time(invitesAt)} se jayega. Us shaam hum bataenge kaisa raha.`,
  campDropped: () => 'Camp rehne diya. Kisi ko nyota nahi gaya.',
  campInvite: ({ centre, hospital, place, opensAt, closesAt }, context) =>
    `${context.groupName}: ${hospitalName(centre)} ka khoon dene ka camp, ${w.where({ hospital, place }, context)}, ${w.time(opensAt)} se ${w.time(closesAt)}. Khoon denge? 1 = main aaunga/aaungi, 2 = is baar nahi. Khoon ke paise kabhi nahi.`,
  campTimes: ({ first, second, third }) =>
    `Dhanyavaad! Kab aayenge? ${times([first, second, third].filter((m) => m !== undefined).map((m) => w.time(m)))}. 4 = inmein se koi nahi.`,
  campBooked: ({ hospital, place, at, code }, context) =>
    at === undefined
      ? `${w.where({ hospital, place }, context)} ke camp mein swagat. Gate par aapka number: ${code}. Hamare volunteer ko dikhayein.`
      : `Dhanyavaad. Aapka intezaar ${w.time(at, context.now)}, ${w.where({ hospital, place }, context)}. Gate par aapka number: ${code}. Na aa sakein to DROP bhejein.`,
  campWaiting: () =>
    'Dhanyavaad. Abhi koi samay khali nahi: aap list mein hain, khali hote hi message karenge.',
  campNo: () => 'Batane ke liye dhanyavaad. Phir kabhi poochhenge.',
  campFreed: () => 'Batane ke liye dhanyavaad. Aapka samay kisi aur donor ko milega.',
  campOver: () => 'Woh camp ho chuka, ya ab jagah nahi. Khoon dene ki ichchha ke liye dhanyavaad.',
  campOff: ({ hospital, place, opensAt }, context) =>
    `Maaf kijiye: ${w.where({ hospital, place }, context)} ka camp, ${w.time(opensAt)}, nahi hoga. Phir bhi dhanyavaad. Jo dost saath aane wale the, unhein bata dein.`,
  campReminder: ({ hospital, place, at, code, soon }, context) =>
    `${soon ? 'Jald milte hain' : 'Camp paas hai'}: ${w.time(at, context.now)}, ${w.where({ hospital, place }, context)}, aapka number ${code}. Khana kha kar, paani pi kar, ID lekar${soon ? '' : ' aur dost ke saath'} aayein. Na aa sakein to DROP bhejein.`,
  campGave: ({ count, next, link }) =>
    `Aaj khoon dene ke liye dhanyavaad: isse kisi ki jaan bach sakti hai. Hamari jaankari mein yeh daan number ${count} hai. Phir de sakte hain: ${w.day(next)} se. Aapka praman patra: ${link}`,
  campBack: ({ why, until }) =>
    `Khoon dene aane ke liye dhanyavaad. ${reasons[why]} Aisa bahuton ke saath hota hai. Phir swagat hai: ${w.day(until)} se.`,
  campMissed: () =>
    'Aaj camp mein aap nahi aa paye. Kaam aa jata hai, koi baat nahi. 1 = agle camp mein bulayein, 2 = camp ke liye na bulayein.',
  campNextTime: ({ ok }) =>
    ok
      ? 'Dhanyavaad. Agle camp mein bulayenge.'
      : 'Theek hai: camp ke liye nahi bulayenge. Paas ke mareez ko aapke khoon ki zaroorat ho to poochhenge.',
  campDoor: ({ code, group, did }) =>
    ({
      in: `${code} (${w.group(group)}) aa gaye. Khoon dene par: GAVE ${code}. Doctor ne lautaya to: BACK ${code}`,
      gave: `${code} (${w.group(group)}) ne khoon diya: gina gaya. Galat ho to: BACK ${code}`,
      back: `${code} (${w.group(group)}) ko lautaya gaya: gina gaya. Galat ho to: GAVE ${code}`,
    })[did],
  campAskBack: ({ code }) =>
    `Kyon? BACK ${code} ke saath bhejein: 1 haemoglobin 2 pressure 3 wajan 4 dawa 5 haal mein diya 6 anya`,
  campDoorUnknown: ({ code }) =>
    `Aaj ke kisi camp mein ${code ?? 'yeh'} kisi ka number nahi. Naye donor ke liye: NEW B+ aur phone number.`,
  campWalkIn: ({ ofPhone }) =>
    `${ofPhone} ko hamari soochna abhi message se gayi. Sahmati ke baad gate ka number usi phone par aayega.`,
  campNone: () => 'Aaj aapke zone mein koi camp nahi hai.',
  campHeld: ({ came, units, sentHome, missed, link }) =>
    `Camp poora: ${came} aaye, ${w.units(units)} mila, ${sentHome} lautaye gaye, ${missed} nahi aaye. Blood centre ki soochi, 7 din mein deni hai: ${link}`,
};
