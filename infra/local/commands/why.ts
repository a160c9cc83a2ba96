import { type Explained, explainRequest } from '#functions/use-cases/requests/explain-request.ts';
import { renderHistory } from '#shared/people/response-history.ts';
import { type Command, renderColumns } from './command.ts';
import { findRequestFile, masked } from './request.ts';

const percent = (chance: number): string => `${(100 * chance).toFixed(1)} %`;
const kilometres = (km: number): string => `${km.toFixed(1)} km`;

/** `why CODE`: the donors asked and the nearest donors not asked, each with the reason. */
export const why: Command = {
  summary: 'why each donor was asked for a request, and why the nearest others were not',
  args: ['CODE'],
  details:
    'Probabilities are those at the time of asking; reasons for not asking are those of the last stage.',
  async run({ services, args: [raw = ''], terminal }) {
    const file = await findRequestFile(services, raw);
    const { asked, spared } = await explainRequest(services, file);
    const lines = [
      `ASKED (${asked.length}): likeliest first, as few as reach the wanted probability of covering the missing units`,
      ...renderColumns(asked.map(askedRow), '  '),
      '',
      `SPARED (${spared.length}): the nearest donors of a compatible group who were not asked`,
      ...renderColumns(spared.map(sparedRow), '  '),
    ];
    for (const line of lines) terminal.out(line);
    return 0;
  },
};

const askedRow = ({ alert, person }: Explained['asked'][number]): string[] => [
  `stage ${alert.stage}`,
  masked(alert.phone),
  kilometres(alert.distanceKm),
  `${percent(alert.yes)} to say yes, ${percent(alert.chance)} to give`,
  person?.donor ? renderHistory(person.donor.record) : 'no longer a donor',
  alert.state,
];

const sparedRow = ({ candidate, reason }: Explained['spared'][number]): string[] => [
  masked(candidate.person.phone),
  kilometres(candidate.distanceKm),
  reason ?? lessLikely(candidate),
  candidate.person.donor ? renderHistory(candidate.person.donor.record) : '',
];

/** This donor could be asked, but others were enough, or the blood group is kept for other patients. */
const lessLikely = ({ tier, chance }: Explained['spared'][number]['candidate']): string =>
  tier === 0
    ? `not needed so far: ${percent(chance)} to give`
    : `not needed so far, and of a group that others need: ${percent(chance)} to give`;
