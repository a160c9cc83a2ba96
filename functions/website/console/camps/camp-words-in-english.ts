import type { Camp } from '#shared/camp/camp.ts';
import type { BackReason, Seat } from '#shared/camp/seat.ts';

/** The words of the pages about camps in English; they name every key. */
export const enCampWords = {
  title: 'Camps',
  none: 'No camp yet. A coordinator opens one by the text CAMP.',
  year: (camps: number, units: number) => `This year: ${camps} camps, ${units} units.`,
  day: 'Day',
  venue: 'Where',
  centre: 'Blood centre',
  state: 'State',
  invited: 'Invited',
  yes: 'Said yes',
  waiting: 'Waiting list',
  came: 'Came',
  units: 'Units',
  back: 'Sent home',
  missed: 'Did not come',
  walkIns: 'Walked in',
  wanted: 'Wanted',
  hope: 'Hoped for',
  group: 'Group',
  women: 'Women',
  men: 'Men',
  others: 'Others',
  total: 'Together',
  halfHours: 'Half hours',
  time: 'Time',
  booked: 'Booked',
  room: 'Takes',
  people: 'At the door',
  number: 'Number',
  record: 'Record',
  in: 'Is here',
  gave: 'Gave',
  sentBack: 'Sent home',
  reason: 'Why',
  sheet: 'The sheet for the blood centre',
  csv: 'As CSV',
  print: 'Print this page. The blood centre owes it to the licensing authority within seven days.',
  states: {
    opened: 'open',
    inviting: 'inviting',
    held: 'held now',
    closed: 'over',
    off: 'called off',
  },
  seats: {
    waiting: 'waits for a time',
    booked: 'expected',
    freed: 'cannot come',
    in: 'is here',
    gave: 'gave',
    back: 'sent home',
    missed: 'did not come',
  },
  reasons: {
    hb: 'haemoglobin',
    bp: 'blood pressure',
    weight: 'weight',
    medicine: 'medicine',
    recent: 'gave lately',
    other: 'other',
  },
  noted: 'Noted.',
  commend: 'To be honoured',
  commendHelp:
    'Gifts that another person has confirmed; for volunteers, requests found real or refused, and the hours between ON and OFF. By initials, or by name where the donor agreed for this milestone. In the order of zones, never a ranking.',
  zones: 'Gifts by zone',
  zone: 'Zone',
  gifts: 'Gifts',
  who: 'Who',
  milestone: 'Milestone',
  checked: 'Requests checked',
  dutyHours: 'Hours on duty',
  callOff: 'Call the camp off',
  callOffHelp: 'Everyone who said yes is told by text. It cannot be undone.',
  open: 'Open a camp',
  openHelp: 'Invitations go out from six in the evening, seven days before.',
  rare: 'Ask rare groups too',
  wrong: 'Please look at this again.',
  hours: 'From when to when',
  teams: 'Teams',
  pin: 'Place and PIN code',
};
type States = Record<Camp['state'], string>;
type Seats = Record<Seat['state'], string>;
type Reasons = Record<BackReason, string>;
export type CampPageWords = Omit<typeof enCampWords, 'states' | 'seats' | 'reasons'> & {
  states: States;
  seats: Seats;
  reasons: Reasons;
};
