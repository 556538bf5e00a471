import type { Subscription } from '../audit/deliveries.ts';
import { systemActor } from '../kernel/actor.ts';
import { type JobDefinition, transactional } from '../platform/jobs/boss.ts';
import { letterEvents } from './events.ts';
import { composeLetter } from './service/compose-letter.ts';
import { prepareDelivery, settleDelivery, transmit } from './service/deliver-mail.ts';

export const subscriptions: Subscription[] = letterEvents.map((on) => ({
  on,
  job: 'notifications.compose_letter',
}));

export const jobs: JobDefinition[] = [
  {
    name: 'notifications.compose_letter',
    concurrency: 4,
    handle: transactional((uow, data, services) =>
      composeLetter(uow, {
        eventId: String(data.event_id),
        messageHost: new URL(services.config.publicUrl).hostname,
      }),
    ),
  },
  {
    name: 'notifications.deliver_mail',
    concurrency: 4,
    async handle({ services, data, finish }) {
      const mailId = String(data.mail_id);
      const mail = await services.run({ actor: systemActor('notifications.deliver_mail') }, (uow) =>
        prepareDelivery(uow, mailId, services),
      );
      if (!mail) return finish(async () => undefined);
      const outcome = await transmit(mail, services);
      if (outcome.kind === 'again') {
        const settled = await services.run({ actor: systemActor('notifications.deliver_mail') }, (uow) =>
          settleDelivery(uow, mailId, outcome),
        );
        if (!settled) throw new Error(`mail ${mailId}: ${outcome.error}`);
        return finish(async () => undefined);
      }
      await finish((uow) => settleDelivery(uow, mailId, outcome));
    },
  },
];
