import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { distanceKm, type Point } from '#shared/places/geo.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import { normalOf } from '../simulate/world-rng.ts';

/*
 * BloodConnect's query pattern (CraftsmenLtd/BloodConnect at bd2e8a23), written from its description: one item for each
 * donor under `LOC#country#group#AVAIL#cell` with all attributes, exact group only; rings of cells from the centre,
 * 25 parallel queries with Limit = units + 2 and no second page, at most 500 cells in a wave and 19 rings in all. A
 * search ends when enough people are told. Its hexagons are a grid of the same area here.
 */

/** The side of a cell of 0.73 km², in km. */
const sideKm = Math.sqrt(0.73);
const cellsInAll = 1 + 3 * 19 * 20;
const cellsAWave = 500;
const parallel = 25;
const kmPerDegree = 111.2;

export type TheirDonor = { index: number; group: BloodGroup; at: Point };

const cellAt = ({ lat, lon }: Point): { x: number; y: number } => ({
  y: Math.floor((lat * kmPerDegree) / sideKm),
  x: Math.floor((lon * kmPerDegree * Math.cos((25 * Math.PI) / 180)) / sideKm),
});
const keyOfCell = (group: BloodGroup, { x, y }: { x: number; y: number }): string =>
  `LOC#IN#${group}#AVAIL#${x},${y}`;

/** A home 2.2 km around the middle of the PIN code: their donors have coordinates. */
export const homeNear = (pin: Point, index: number): Point => {
  const km = (topic: number): number => (2.2 / Math.SQRT2) * normalOf(1, topic, index);
  return {
    lat: pin.lat + km(1) / kmPerDegree,
    lon: pin.lon + km(2) / (kmPerDegree * Math.cos((25 * Math.PI) / 180)),
  };
};

/** The item of their index: all attributes of the donor, under the group and the cell. */
export const theirItem = (donor: TheirDonor, person: object): Record<string, unknown> => {
  const {
    donorLine: _,
    inLineSince: __,
    dueKind: ___,
    dueOrder: ____,
    ...attributes
  } = {
    ...person,
  } as Record<string, unknown>;
  return {
    ...attributes,
    pk: keyOfCell(donor.group, cellAt(donor.at)),
    sk: String(donor.index),
    lat: donor.at.lat,
    lon: donor.at.lon,
  };
};

/** Their cells around a place, nearest first. */
const cellsAround = (place: Point): { x: number; y: number }[] => {
  const centre = cellAt(place);
  const reach = 22;
  const cells: { x: number; y: number; far: number }[] = [];
  for (let dy = -reach; dy <= reach; dy += 1)
    for (let dx = -reach; dx <= reach; dx += 1)
      cells.push({ x: centre.x + dx, y: centre.y + dy, far: dx * dx + dy * dy });
  return cells.sort((a, b) => a.far - b.far).slice(0, cellsInAll);
};

type Wanted = { group: BloodGroup; units: number; place: Point };

/** One search of theirs: the waves, each with the donors it tells. `told` is what earlier searches told. */
export async function* theirSearch(
  client: DynamoDBDocumentClient,
  TableName: string,
  { group, units, place }: Wanted,
  told: ReadonlySet<number>,
): AsyncGenerator<number[]> {
  const cells = cellsAround(place);
  const enough = units + 2;
  let found = 0;
  for (let begin = 0; begin < cells.length && found < enough; begin += cellsAWave) {
    const wave: { index: number; km: number }[] = [];
    const end = Math.min(begin + cellsAWave, cells.length);
    for (let i = begin; i < end && found + wave.length < enough; i += parallel) {
      const answers = await Promise.all(
        cells.slice(i, Math.min(end, i + parallel)).map((cell) =>
          client.send(
            new QueryCommand({
              TableName,
              KeyConditionExpression: 'pk = :pk',
              ExpressionAttributeValues: { ':pk': keyOfCell(group, cell) },
              Limit: enough,
            }),
          ),
        ),
      );
      for (const item of answers.flatMap(({ Items }) => Items ?? [])) {
        const index = Number(item['sk']);
        const at = { lat: Number(item['lat']), lon: Number(item['lon']) };
        if (!told.has(index)) wave.push({ index, km: distanceKm(at, place) });
      }
    }
    wave.sort((a, b) => a.km - b.km);
    const now = wave.slice(0, enough - found).map(({ index }) => index);
    found += now.length;
    yield now;
  }
}
