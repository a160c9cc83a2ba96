/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CampTally } from '#shared/camp/camp-tally.ts';
import type { MemberVisit } from '../../frame/visit.ts';
import { DataTable } from '../console-frame.tsx';
import { campPageWords } from './camp-page-words.ts';

/** Units by group and sex, as they stand. */
export const TallyTable = ({ visit, tally }: { visit: MemberVisit; tally: CampTally }) => {
  const words = campPageWords[visit.language];
  const sum = (sex: 'woman' | 'man' | 'other'): number =>
    tally.groups.reduce((total, { bySex }) => total + bySex[sex], 0);
  return (
    <DataTable
      caption={words.units}
      head={[words.group, words.units, words.women, words.men, words.others]}
    >
      {tally.groups.map(({ group, units, bySex }) => (
        <tr>
          <th scope="row">{visit.phrases.group(group)}</th>
          <td>{units}</td>
          <td>{bySex.woman}</td>
          <td>{bySex.man}</td>
          <td>{bySex.other}</td>
        </tr>
      ))}
      <tr>
        <th scope="row">{words.total}</th>
        <td>{tally.units}</td>
        <td>{sum('woman')}</td>
        <td>{sum('man')}</td>
        <td>{sum('other')}</td>
      </tr>
    </DataTable>
  );
};
