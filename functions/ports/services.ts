import type { Gazetteer } from '#shared/places/gazetteer.ts';
import type { HotlineConfig } from '../hotline-config.ts';
import type { Carrier } from './carrier.ts';
import type { Clock } from './clock.ts';
import type { Ids } from './ids.ts';
import type { Log } from './log.ts';
import type { Store } from './store.ts';

/** Everything a use case may reach; built once a cold start, or by a test's world. */
export type Services = {
  store: Store;
  carrier: Carrier;
  clock: Clock;
  ids: Ids;
  log: Log;
  config: HotlineConfig;
  gazetteer: Gazetteer;
};
