import type { DonorPerson } from '../people/person.ts';
import { wideCellOf } from '../places/geo.ts';
import type { Cell, WideCell } from '../places/place.ts';
import { type EpochMs, epochMs } from '../terms/time.ts';

/**
 * The line in which donors of one group wait to be asked: whoever has ever said yes stands in the line of a wide
 * cell, where no crowd of strangers hides them; everybody else in that of their own cell.
 */
export type DonorQueue = { keenIn: WideCell } | { othersIn: Cell };

export const queueOf = ({ record, cell }: DonorPerson['donor']): DonorQueue =>
  record.saidYes > 0 ? { keenIn: wideCellOf(cell) } : { othersIn: cell };

/** Who may give and was never asked comes first; whoever is asked, or gives, goes to the end. A moment yet to come: rests until then. */
export const queuedSince = ({ donor, alerts }: DonorPerson): EpochMs =>
  epochMs(Math.max(donor.mayGiveFrom, ...alerts.map(({ at }) => at)));
