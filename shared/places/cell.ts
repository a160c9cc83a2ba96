import type { Point } from './geo.ts';
import { type Cell, cellSchema, type WideCell, wideCellSchema } from './place.ts';

const perDegree = 20;
/** Cells along one side of a wide cell. */
const cellsAcross = 4;
/** A hair of tolerance: 25.45 × 20 must be 509 however floating point writes it. */
const index = (degrees: number): number => Math.floor(degrees * perDegree + 1e-6);

/** The 0.05° square a point lies in; its south and west edges belong to it. */
export const cellOf = ({ lat, lon }: Point): Cell =>
  cellSchema.parse(`${index(lat)},${index(lon)}`);

/** The wide cell a cell lies in. */
export const wideCellOf = (cell: Cell): WideCell =>
  wideCellSchema.parse(
    cell
      .split(',')
      .map((index) => Math.floor(Number(index) / cellsAcross))
      .join(','),
  );

/** The middle of a cell, for sorting cells by distance; at most 4 km from any point in it. */
export const cellCentre = (cell: Cell): Point => {
  const [south = 0, west = 0] = cell.split(',').map(Number);
  return { lat: (south + 0.5) / perDegree, lon: (west + 0.5) / perDegree };
};
