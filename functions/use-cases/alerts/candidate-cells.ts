import type { Match } from '#shared/matching/compatibility.ts';
import { blocksWithin, cellCentre, distanceKm, wideCellOf } from '#shared/places/geo.ts';
import type { Cell, Place, WideCell } from '#shared/places/place.ts';
import type { Services } from '../../ports/services.ts';

/** `km`: the distance from the cell's centre. */
type CellAt = { cell: Cell; km: number };

/** The cells in which donors of this group live, nearest first. */
export type CellsOfGroup = { match: Match; cells: CellAt[] };

/** Half the diagonal of a cell: a cell this much farther away may still hold a donor inside the ring. */
export const cellRadiusKm = 4;

/** The cells around a place, by group. What was read for a smaller circle is not read again. */
export const createCellReads = ({ store }: Services, place: Pick<Place, 'lat' | 'lon'>) => {
  const known = new Map<string, Promise<CellAt[]>>();
  const within = (matches: Match[], km: number): Promise<CellsOfGroup[]> => {
    const blocks = blocksWithin(place, km + cellRadiusKm);
    return Promise.all(
      matches.map(async (match) => {
        const cells = blocks.map((block) => {
          const name = `${match.group} ${block}`;
          const found = known.get(name) ?? store.donorCells(match.group, block).then(measured);
          known.set(name, found);
          return found;
        });
        const near = (await Promise.all(cells)).flat().filter((at) => at.km <= km + cellRadiusKm);
        return { match, cells: near.sort((a, b) => a.km - b.km) };
      }),
    );
  };
  const measured = (cells: Cell[]): CellAt[] =>
    cells.map((cell) => ({ cell, km: distanceKm(cellCentre(cell), place) }));
  return { within };
};

/** The wide cells that contain these cells, without repeats, nearest first. */
export const wideCellsOf = (cells: CellAt[]): WideCell[] => [
  ...new Set(cells.map(({ cell }) => wideCellOf(cell))),
];
