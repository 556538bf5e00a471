import type { Translate } from '../../../shared/text.tsx';
import type { Blocker, Dossier } from '../../api/types.ts';

/** What a command waits for, in words; findings and states in it by their names. */
export function blockerText(t: Translate, blocker: Blocker, dossier: Dossier): string {
  const params: Record<string, unknown> = { ...blocker.params };
  const finding = params.finding ?? params.criterion ?? params.flag;
  if (typeof finding === 'string') {
    const name = finding.includes(':') ? finding : `${params.flag ? 'flag' : 'criterion'}:${finding}`;
    params.finding = t(`finding.${name.replace(':', '.')}`, { _: finding });
  }
  const holder = dossier.item?.holder?.name;
  if (params.holder === undefined && holder) params.holder = holder;
  if (typeof params.state === 'string') params.state = t(`state.${params.state}`, { _: params.state });
  if (typeof params.why === 'string') {
    const why = t(`blocked.why.${params.why}`, { _: '' });
    if (why !== '') return why;
  }
  // Somebody holds it: to claim it is no way, and who it is can be said.
  if (blocker.code === 'not_holder' && params.take_over === true && typeof params.holder === 'string')
    return t('blocked.held_by', params);
  return t(`blocked.${blocker.code}`, { ...params, _: t(`problem.${blocker.code}`, { _: blocker.code }) });
}
