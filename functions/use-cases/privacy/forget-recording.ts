import type { RecordingId } from '#shared/terms/ids.ts';
import type { Services } from '../../ports/services.ts';

/** Its days are over: the sound goes first, then our note of it; a carrier that is away is asked again next minute. */
export const eraseRecording = async (services: Services, id: RecordingId): Promise<void> => {
  const recording = await services.store.recording(id);
  if (!recording || recording.dueAt > services.clock.now()) return;
  await services.carrier.deleteSound(recording.carrierId);
  await services.store.save([{ remove: recording }]);
};
