import type { DonorPerson } from '../people/person.ts';
import { wideCellOf } from '../places/geo.ts';
import type { Cell, WideCell } from '../places/place.ts';
import { type EpochMs, epochMs } from '../terms/time.ts';

/**
 * The queue in which donors of one group wait to be asked. A donor who has ever said yes is in the queue of a wide
 * cell, where no crowd of untried donors hides them; every other donor is in the queue of their own cell.
 */
export type DonorQueue = { keenIn: WideCell } | { othersIn: Cell };

/*
 * How much of the queues a search reads, for the live hotline and the simulator alike.
 */

/** Donors who have ever said yes, read at first of one group and wide cell, in full stages: who was asked longest ago. */
export const stagesOfKeen = 4;
/** Other donors, read at first of one group and cell; half of them must be available. */
export const othersRead = 12;
/** Other donors are read, nearest first, until they fill this many stages. */
export const stagesOfOthers = 2;

export const queueOf = ({ record, cell }: DonorPerson['donor']): DonorQueue =>
  record.saidYes > 0 ? { keenIn: wideCellOf(cell) } : { othersIn: cell };

/**
 * The donor's place in the queue. A donor who may give and was never asked comes first; an alert or a donation moves
 * them to the end. A moment in the future: the donor rests until then.
 */
export const queuedSince = ({ donor, alerts }: DonorPerson): EpochMs =>
  epochMs(Math.max(donor.mayGiveFrom, ...alerts.map(({ at }) => at)));
