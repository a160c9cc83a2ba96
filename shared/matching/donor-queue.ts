import type { DonorPerson } from '../people/person.ts';
import { wideCellOf } from '../places/geo.ts';
import type { Cell, WideCell } from '../places/place.ts';
import { type EpochMs, epochMs } from '../terms/time.ts';

/**
 * The queue in which donors of one group wait to be asked. A donor who has ever said yes is in the queue of a wide
 * cell, where no crowd of untried donors hides them; every other donor is in the queue of their own cell.
 */
export type DonorQueue = { keenIn: WideCell } | { othersIn: Cell };

export const queueOf = ({ record, cell }: DonorPerson['donor']): DonorQueue =>
  record.saidYes > 0 ? { keenIn: wideCellOf(cell) } : { othersIn: cell };

/**
 * The donor's place in the queue. A donor who may give and was never asked comes first; an alert or a donation moves
 * them to the end. A moment in the future: the donor rests until then.
 */
export const queuedSince = ({ donor, alerts }: DonorPerson): EpochMs =>
  epochMs(Math.max(donor.mayGiveFrom, ...alerts.map(({ at }) => at)));
