import { cellCentre, distanceKm, wideCellOf } from '#shared/places/geo.ts';
import type { Cell, Place, WideCell, ZoneId } from '#shared/places/place.ts';
import type { Services } from '../../ports/services.ts';

/** `km`: the distance from the cell's centre. */
export type CellAt = { cell: Cell; km: number };

/** The cells of these zones where donors live, nearest first. */
export const candidateCells = async (
  { store }: Services,
  zones: ZoneId[],
  place: Pick<Place, 'lat' | 'lon'>,
): Promise<CellAt[]> => {
  const cells = (await Promise.all(zones.map((zone) => store.donorCells(zone)))).flat();
  return [...new Set(cells)]
    .map((cell) => ({ cell, km: distanceKm(cellCentre(cell), place) }))
    .sort((a, b) => a.km - b.km);
};

/** The wide cells that contain these cells, without repeats, nearest first. */
export const wideCellsOf = (cells: CellAt[]): WideCell[] => [
  ...new Set(cells.map(({ cell }) => wideCellOf(cell))),
];
