/** Ends a pause of a case that a command began, after asking. */
import { confirmDialog, type TongbanElement } from '@tongban/element-kit';
import type { HostService, LastingPause } from '@tongban/model';
import { operatorMessages } from './operator-messages.ts';
import type { Sending } from './sending.ts';

/** Which pause, and through what. */
export interface EndedPause {
  readonly service: HostService | undefined;
  readonly sending: Sending;
  readonly of: { readonly caseId: string; readonly title: string };
  readonly pause: LastingPause;
}

/** Asks, and ends it; whether it was ended. */
export async function endPause(host: TongbanElement, { service, sending, of, pause }: EndedPause): Promise<boolean> {
  const t = operatorMessages.for(host);
  const { caseId, title } = of;
  const { reason, name } = pause;
  const question = { title: t('resumeAsk', { reason: name }), body: t('resumeBody', { title }), confirmLabel: t('resume') };
  if (service === undefined || !(await confirmDialog(host, question))) return false;
  const done = await sending.command((commandId) => service.resume({ commandId, caseId, reason }));
  if (done !== undefined) host.announce(t('resumed'));
  return done !== undefined;
}
