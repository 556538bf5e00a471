import type { Translate } from '../../shared/text.tsx';

interface Actor {
  kind: string;
  name: string | null;
}

/** An event's name in words; one without wording of its own is spelled out from its code. */
export const eventTitle = (t: Translate, type: string): string =>
  t(`event.${type}`, { _: type.replace('.', ': ').replaceAll('_', ' ') });

/** Who did it: a person by name, others by what they are. */
export const actorName = (t: Translate, actor: Actor): string =>
  actor.kind === 'person' && actor.name
    ? actor.name
    : t(`actor.${actor.kind}`, { _: actor.name ?? actor.kind });
