/*
 * The behaviour of people in the simulated world. Each figure is from docs/facts.md#answers (F), measured by others, or
 * assumed (A) where none is published. All policies use the same figures.
 */
export const people = {
  /** F: 10% active at 0.35 and 90% at 0.01 give 4.4% together. */
  active: { share: 0.1, yes: 0.35 },
  sleeper: { yes: 0.01 },
  /** F: −0.35 logit for each alert of the last seven days. */
  fatigueLogit: 0.35,
  /** A: at night (22–6) phones are in another room. */
  nightLogit: 1,
  /** F: log-normal, median 9 min, σ 0.75, 1.8 times as long at night. */
  delay: { medianMinutes: 9, sigma: 0.75, atNight: 1.8 },
  /** A: of those who do not say yes, this share says no; the others are silent. */
  saysNo: { active: 0.3, sleeper: 0.05 },
  /** F: 87% at 0 km, 72% at 10 km; A: never below 30%. */
  comes: { near: 0.87, perKm: 0.015, atLeast: 0.3 },
  /** F: forgetting, illness, time. A: of those who will not come, this share withdraws in time. */
  takesItBack: 0.4,
  /** F: turned away on site 5–22%, women 18–22%. */
  turnedAway: { man: 0.08, woman: 0.2 },
  /** A: days of deferral for a donor who is turned away. */
  turnedAwayDays: 60,
  /** A: probability of leaving for good at an alert, for each other alert of the last seven days. */
  leavesPerAlertOfTheWeek: 0.001,
  /** A: probability of leaving for good when a yes was not needed. */
  leavesWhenNotNeeded: 0.005,
  /** A: share of women in a group that was founded by policemen. */
  women: 0.2,
  /** A: shares of members who have given recently when the year begins: active ones, others. */
  restingAtFirst: { active: 0.5, sleeper: 0.02 },
} as const;

/** docs/facts.md#compatibility: Uttar Pradesh, in %; the same for patients. */
export const groupShares = [
  ['B+', 38.1],
  ['O+', 27.8],
  ['A+', 20.8],
  ['AB+', 8.9],
  ['B-', 1.8],
  ['O-', 1.43],
  ['A-', 0.58],
  ['AB-', 0.49],
] as const;

/** The requests; all figures are assumed (A). */
export const requests = {
  components: [
    ['whole-blood', 70],
    ['red-cells', 15],
    ['platelets', 12],
    ['plasma', 3],
  ],
  exchange: 0.15,
  units: [
    [1, 60],
    [2, 30],
    [3, 7],
    [4, 3],
  ],
  urgency: [
    ['critical', 30],
    ['urgent', 45],
    ['planned', 25],
  ],
  /** Hours from the verification to the deadline, from–to. */
  hours: { critical: [3, 5], urgent: [8, 24], planned: [24, 72] },
  /** The share of requests between 8 and 22. */
  byDay: 0.85,
} as const;

/** Minutes from the yes to the hospital: preparation, travel, and for less urgent requests a choice of hours (A). */
export const travel = {
  perKm: 2.5,
  critical: { medianMinutes: 25, sigma: 0.5 },
  urgent: [30, 170],
  planned: [30, 220],
  /** Minutes from the arrival to the donation. */
  donatingMinutes: 30,
} as const;
