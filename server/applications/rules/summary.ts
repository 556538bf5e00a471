import type { ApplicationForm } from '../schema/form.ts';

/** What lists and the queue need of a form, kept on the lean row. */
export function summaryOf(form: ApplicationForm) {
  return {
    legal_name: form.organisation.legal_name,
    trading_name: form.organisation.trading_name,
    web_domain: form.organisation.web_domain,
    country: form.organisation.country,
    primary_channel: form.offer.primary_channel,
    channels: form.offer.channels,
    regions: form.offer.regions,
  };
}
