import {
  type Block,
  blockSchema,
  type Cell,
  cellSchema,
  type WideCell,
  wideCellSchema,
} from './place.ts';

/** WGS 84 degrees. */
export type Point = { lat: number; lon: number };

/** True inside a box around India and its islands; the box is slightly larger than the country. */
export const isInIndia = ({ lat, lon }: Point): boolean =>
  lat >= 6.5 && lat <= 37.2 && lon >= 68 && lon <= 97.5;

const earthRadiusKm = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres in a straight line (haversine); roads in a city are about a third longer. */
export const distanceKm = (a: Point, b: Point): number => {
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(half)));
};

const perDegree = 20;
/** Cells along one side of a wide cell. */
const cellsAcross = 4;
/** A tiny tolerance: 25.45 × 20 must be 509 in floating point too. */
const index = (degrees: number): number => Math.floor(degrees * perDegree + 1e-6);

/** The 0.05° square a point lies in; its south and west edges belong to it. */
export const cellOf = ({ lat, lon }: Point): Cell =>
  cellSchema.parse(`${index(lat)},${index(lon)}`);

const inStepsOf = (cell: Cell, cells: number): string =>
  cell
    .split(',')
    .map((at) => Math.floor(Number(at) / cells))
    .join(',');

/** The wide cell a cell lies in. */
export const wideCellOf = (cell: Cell): WideCell =>
  wideCellSchema.parse(inStepsOf(cell, cellsAcross));

/** Cells along one side of a block. */
const blockAcross = 40;

/** The block a cell lies in. */
export const blockOf = (cell: Cell): Block => blockSchema.parse(inStepsOf(cell, blockAcross));

/** The blocks that a circle touches. */
export const blocksWithin = ({ lat, lon }: Point, km: number): Block[] => {
  const north = ((km / earthRadiusKm) * 180) / Math.PI;
  const farthestLat = Math.min(89, Math.abs(lat) + north);
  const east = north / Math.cos(radians(farthestLat));
  const blocks = new Set<Block>();
  const side = blockAcross / perDegree;
  for (let y = Math.floor((lat - north) / side); y <= Math.floor((lat + north) / side); y += 1)
    for (let x = Math.floor((lon - east) / side); x <= Math.floor((lon + east) / side); x += 1)
      blocks.add(blockSchema.parse(`${y},${x}`));
  return [...blocks];
};

/** The middle of a cell, for sorting cells by distance; at most 4 km from any point in it. */
export const cellCentre = (cell: Cell): Point => {
  const [south = 0, west = 0] = cell.split(',').map(Number);
  return { lat: (south + 0.5) / perDegree, lon: (west + 0.5) / perDegree };
};
